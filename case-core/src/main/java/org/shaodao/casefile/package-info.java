/** The life of one demand: what may happen to a case file, in which phase, by whom, and why not. */
@NullMarked
package org.shaodao.casefile;

import org.jspecify.annotations.NullMarked;
