/** 派单建议. Whom a street should call, before anybody is called. */
@NullMarked
package org.shaodao.suggestions;

import org.jspecify.annotations.NullMarked;
