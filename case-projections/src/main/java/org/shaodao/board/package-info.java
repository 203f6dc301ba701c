/** 挂牌销号. Hard problems listed with owner and date, and what struck them off. */
@NullMarked
package org.shaodao.board;

import org.jspecify.annotations.NullMarked;
