/** The case file at the edge: how it is numbered, raised and asked for from outside. */
@NullMarked
package org.shaodao.casefile;

import org.jspecify.annotations.NullMarked;
