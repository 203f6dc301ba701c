/** What desks are built of: tabs, forms of steps, and the words on them. */
@NullMarked
package org.shaodao.parts;

import org.jspecify.annotations.NullMarked;
