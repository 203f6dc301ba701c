/** The names of things: units, places and categories that a case may refer to. */
@NullMarked
package org.shaodao.directory;

import org.jspecify.annotations.NullMarked;
