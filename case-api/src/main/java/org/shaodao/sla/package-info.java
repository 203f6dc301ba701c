/** 指标 over HTTP: every number with its counts, its interval and the cases behind it. */
@NullMarked
package org.shaodao.sla;

import org.jspecify.annotations.NullMarked;
