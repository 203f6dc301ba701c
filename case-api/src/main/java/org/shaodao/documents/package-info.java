/** Versioned documents over HTTP: checked with the place of every mistake, compared, published, and kept in memory. */
@NullMarked
package org.shaodao.documents;

import org.jspecify.annotations.NullMarked;
