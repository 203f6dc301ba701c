/** What every stored fact has, whichever aggregate it belongs to: who, when, under which name, and how its words are sealed. */
@NullMarked
package org.shaodao.fact;

import org.jspecify.annotations.NullMarked;
