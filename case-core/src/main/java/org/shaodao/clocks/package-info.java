/**
 * Business time: from a start, a span and a calendar to a due instant that explains itself. Pure functions of their
 * arguments; nothing here asks what time it is.
 */
@NullMarked
package org.shaodao.clocks;

import org.jspecify.annotations.NullMarked;
