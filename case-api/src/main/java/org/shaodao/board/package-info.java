/** 挂牌销号 over HTTP and as a page. */
@NullMarked
package org.shaodao.board;

import org.jspecify.annotations.NullMarked;
