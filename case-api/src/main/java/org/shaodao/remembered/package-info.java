/**
 * Case files that were just worked on stay in memory, so that the next step of a case costs no reading. What another
 * node did meanwhile is not known here, and so nobody is ever told no from memory.
 */
@NullMarked
package org.shaodao.remembered;

import org.jspecify.annotations.NullMarked;
