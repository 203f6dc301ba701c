/** 指标. What is counted of cases, by unit, street, category and time: as known now, and as known then. */
@NullMarked
package org.shaodao.sla;

import org.jspecify.annotations.NullMarked;
