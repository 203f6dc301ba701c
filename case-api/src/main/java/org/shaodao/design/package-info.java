/** What the pages are made of, shown on a page of its own. */
@NullMarked
package org.shaodao.design;

import org.jspecify.annotations.NullMarked;
