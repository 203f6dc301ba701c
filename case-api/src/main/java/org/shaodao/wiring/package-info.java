/** Puts the parts together and checks at start that none of them fell back to a silent default. */
@NullMarked
package org.shaodao.wiring;

import org.jspecify.annotations.NullMarked;
