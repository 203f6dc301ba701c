/** 回传. Gives another system the results of the demands it sent, on its asking or by itself, until it has them. */
@NullMarked
package org.shaodao.returns;

import org.jspecify.annotations.NullMarked;
