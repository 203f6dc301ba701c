/** 时限. Deadlines over HTTP, in words, and watched over. */
@NullMarked
package org.shaodao.clocks;

import org.jspecify.annotations.NullMarked;
