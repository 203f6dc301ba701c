package org.shaodao.documents;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * 统计期. A month whose figures are frozen: they stay as known then, whatever becomes known later. Its first version
 * freezes it; every further one is a correction, which says why.
 *
 * @param id the month, for example {@code 2026-10}
 * @param version {@code 1} for the freeze, then one more for every correction
 * @param knownOn its figures are as known at the end of this day, which is no earlier than the month's last
 */
public record ReportingPeriod(YearMonth id, String version, LocalDate knownOn) {}
