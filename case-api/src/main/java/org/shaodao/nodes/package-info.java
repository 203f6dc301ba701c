/** 多机. The nodes of an installation that share one PostgreSQL: who is there, and what one tells the others. */
@NullMarked
package org.shaodao.nodes;

import org.jspecify.annotations.NullMarked;
