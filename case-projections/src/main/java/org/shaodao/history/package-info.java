/** 案卷历史. Every event of a case, in words to be, with who did it and both its times. */
@NullMarked
package org.shaodao.history;

import org.jspecify.annotations.NullMarked;
