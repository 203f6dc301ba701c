/** 管理记录: what administrators did, told in words. */
@NullMarked
package org.shaodao.administration;

import org.jspecify.annotations.NullMarked;
