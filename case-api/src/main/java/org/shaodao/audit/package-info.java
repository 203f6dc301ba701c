/** 审计: any case as it was known and as it was true at any moment, and its whole history to take away. */
@NullMarked
package org.shaodao.audit;

import org.jspecify.annotations.NullMarked;
