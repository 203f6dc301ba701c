/** 时限. What runs now, for whoever watches over deadlines. */
@NullMarked
package org.shaodao.clocks;

import org.jspecify.annotations.NullMarked;
