/** 街道工作台 over HTTP and as a page. */
@NullMarked
package org.shaodao.console;

import org.jspecify.annotations.NullMarked;
