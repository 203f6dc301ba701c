/** What happened in a case, said in words to whoever may know it. */
@NullMarked
package org.shaodao.history;

import org.jspecify.annotations.NullMarked;
