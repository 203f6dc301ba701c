/** 派单异议. Open disputes, and rulings from which others and the dispatch catalogue learn. */
@NullMarked
package org.shaodao.disputes;

import org.jspecify.annotations.NullMarked;
