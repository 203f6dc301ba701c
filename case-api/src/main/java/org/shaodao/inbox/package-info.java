/** 收件箱 over HTTP and as a page. */
@NullMarked
package org.shaodao.inbox;

import org.jspecify.annotations.NullMarked;
