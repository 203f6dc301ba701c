/** 回传. Results for which another system waits. */
@NullMarked
package org.shaodao.returns;

import org.jspecify.annotations.NullMarked;
