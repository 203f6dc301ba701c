/** What the product does by itself when something happened: one class each, named after when and then. */
@NullMarked
package org.shaodao.reactions;

import org.jspecify.annotations.NullMarked;
