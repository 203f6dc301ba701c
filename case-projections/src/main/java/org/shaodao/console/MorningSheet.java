package org.shaodao.console;

import java.time.Instant;
import java.util.List;

/**
 * 晨会单. What a street looks at in the morning.
 *
 * @param at when it was drawn up
 * @param dueToday what falls due in the rest of the day or fell due earlier in it, the first to be due first
 * @param notCome who has not come, the longest waited for first
 * @param lateTomorrow what falls due within 24 hours and nobody has moved on, the first to be due first
 * @param more whether one of the lists is longer than what it shows
 */
public record MorningSheet(
        Instant at, List<DueRow> dueToday, List<ConsoleRow> notCome, List<DueRow> lateTomorrow, boolean more) {}
