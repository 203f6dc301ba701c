/** 部门收件箱. What a unit must acknowledge, has in hand and has done. */
@NullMarked
package org.shaodao.inbox;

import org.jspecify.annotations.NullMarked;
