/** A handful of cases of our own making, so that an empty product can be looked at. */
@NullMarked
package org.shaodao.demo;

import org.jspecify.annotations.NullMarked;
