package org.shaodao.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reckoning notes on its way: each day it asks about, and what is said in between. Consecutive days of one holiday
 * become one step and ordinary rest days are summed up, so that an explanation stays short however long the span.
 */
final class Trail {
    private static final int NAMED_AT_MOST = 16;

    private final WorkingCalendar calendar;
    private final List<DueStep> steps = new ArrayList<>();
    private final List<Days> named = new ArrayList<>();
    private final Map<DueStepKind, Days> summed = new EnumMap<>(DueStepKind.class);
    private LocalDate noted = LocalDate.MIN;
    private boolean provisional;

    Trail(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** Whether this is a working day. Days are asked about in order and noted once. */
    boolean works(LocalDate day) {
        if (day.isAfter(noted)) {
            noted = day;
            note(day);
        }
        return calendar.works(day);
    }

    private void note(LocalDate day) {
        NamedDay name = calendar.named(day);
        boolean rests = calendar.weeklyRest().contains(day.getDayOfWeek());
        if (name != null && name.off()) {
            name(new Days(DueStepKind.HOLIDAY, day, day, 1, name.name()));
        } else if (name != null && rests) {
            name(new Days(DueStepKind.MAKE_UP_DAY, day, day, 1, name.name()));
        } else if (rests) {
            sum(new Days(DueStepKind.WEEKLY_REST, day, day, 1, null));
        }
        if (!calendar.settled(day)) {
            provisional = true;
            sum(new Days(DueStepKind.UNPUBLISHED, day, day, 1, null));
        }
    }

    /** Says something, after the days noted so far. */
    void say(DueStep step) {
        if (named.size() > NAMED_AT_MOST) {
            named.forEach(this::sum);
        } else {
            named.forEach(days -> steps.add(days.step()));
        }
        summed.values().forEach(days -> steps.add(days.step()));
        named.clear();
        summed.clear();
        steps.add(step);
    }

    /** Ends with what this step says. */
    Due due(DueStepKind ending, Instant at) {
        say(DueStep.at(ending, calendar.wall(at)));
        return new Due(at, provisional, steps);
    }

    private void name(Days day) {
        if (!named.isEmpty() && named.getLast().reaches(day)) {
            named.add(named.removeLast().and(day));
        } else {
            named.add(day);
        }
    }

    private void sum(Days days) {
        summed.merge(days.kind(), days, Days::and);
    }

    /** Days of one kind; without a name once they belong to different holidays. */
    private record Days(
            DueStepKind kind,
            LocalDate from,
            LocalDate until,
            int number,
            @Nullable String name) {
        boolean reaches(Days next) {
            return kind == next.kind
                    && next.name != null
                    && next.name.equals(name)
                    && until.plusDays(1).equals(next.from);
        }

        Days and(Days later) {
            return new Days(kind, from, later.until, number + later.number, reaches(later) ? name : null);
        }

        DueStep step() {
            return new DueStep(kind, null, from, until, number, name);
        }
    }
}
