@NullMarked
package org.shaodao;

import org.jspecify.annotations.NullMarked;
