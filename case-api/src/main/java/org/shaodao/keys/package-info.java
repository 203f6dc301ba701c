/** 接口密钥: the keys of offices' systems, as an administrator keeps them on a page. */
@NullMarked
package org.shaodao.keys;

import org.jspecify.annotations.NullMarked;
