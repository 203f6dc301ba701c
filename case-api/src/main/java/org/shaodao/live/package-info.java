/** What changes while somebody looks. */
@NullMarked
package org.shaodao.live;

import org.jspecify.annotations.NullMarked;
