/** What a demand is and how it can end: the words that cases, clocks and policy packs share. */
@NullMarked
package org.shaodao.demand;

import org.jspecify.annotations.NullMarked;
