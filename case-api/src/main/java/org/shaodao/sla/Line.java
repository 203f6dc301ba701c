package org.shaodao.sla;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * 趋势. An indicator over some weeks, as it is drawn. Weeks with too few to say a percentage break the line.
 *
 * @param width of the picture
 * @param segments the points of each unbroken stretch, as SVG wants them
 * @param weeks every week, with its point if it has one
 */
record Line(String indicator, int width, List<String> segments, List<Week> weeks) {
    static final int HEIGHT = 56;
    private static final int STEP = 20;
    private static final int MARGIN = 6;

    /** @param y null = too few to say a percentage */
    record Week(
            LocalDate monday,
            IndicatorRow row,
            int x,
            @Nullable Double y) {
        public LocalDate sunday() {
            return monday.plusDays(6);
        }
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Line of(Indicator indicator, SortedMap<LocalDate, Counts> counts, Scoring scoring) {
        List<Week> weeks = new ArrayList<>();
        List<String> segments = new ArrayList<>();
        StringBuilder points = new StringBuilder();
        for (var week : counts.entrySet()) {
            IndicatorRow row = scoring.row(indicator, week.getValue());
            int x = MARGIN + weeks.size() * STEP;
            Double rate = row.rate();
            Double y = rate == null ? null : MARGIN + (1 - rate) * (HEIGHT - 2 * MARGIN);
            weeks.add(new Week(week.getKey(), row, x, y));
            if (y == null) {
                end(points, segments);
            } else {
                points.append(points.isEmpty() ? "" : " ").append(String.format(Locale.ROOT, "%d,%.1f", x, y));
            }
        }
        end(points, segments);
        return new Line(indicator.number(), 2 * MARGIN + (weeks.size() - 1) * STEP, segments, weeks);
    }

    private static void end(StringBuilder points, List<String> segments) {
        if (!points.isEmpty()) {
            segments.add(points.toString());
            points.setLength(0);
        }
    }
}
