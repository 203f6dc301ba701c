/** 派单异议. Who must act, where a unit says that it is not the one: open disputes, and rulings as precedents. */
@NullMarked
package org.shaodao.disputes;

import org.jspecify.annotations.NullMarked;
