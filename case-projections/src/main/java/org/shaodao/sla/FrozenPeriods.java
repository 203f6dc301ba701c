package org.shaodao.sla;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SortedMap;

/** Which months' figures are frozen 冻结. */
@FunctionalInterface
public interface FrozenPeriods {
    /** Each frozen month with the day at whose end its figures were known as they stay. */
    SortedMap<YearMonth, LocalDate> frozen();
}
