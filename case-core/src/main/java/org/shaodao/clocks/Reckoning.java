package org.shaodao.clocks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Reckons with business time 时限计算. Every answer depends on the arguments alone and takes time in proportion to the
 * days between start and due instant.
 */
public final class Reckoning {
    private Reckoning() {}

    /**
     * When a clock started at this instant is due.
     *
     * <p>Minutes pass by day and night, on every day. Working hours pass within the working hours of working days, from
     * the next working moment on; used up at the very end of a stretch of hours, they are due then and not at the
     * beginning of the next. Days are counted from the day after the start, whether or not anybody worked on the starting
     * day or at that hour.
     *
     * @param end for spans that count days; others are due when their time is used up
     */
    public static Due due(Instant start, Span span, DayEnd end, WorkingCalendar calendar) {
        return due(start, span.whole(), end, calendar);
    }

    /**
     * When a clock that stood still is due after it resumes at this instant: time that was left passes from here on; of
     * days, the day of resuming is a starting day again and not counted.
     */
    public static Due due(Instant resumedAt, Left left, DayEnd end, WorkingCalendar calendar) {
        Trail trail = new Trail(calendar);
        LocalDateTime wall = calendar.wall(resumedAt);
        trail.say(started(wall, calendar));
        return switch (left.kind()) {
            case MINUTES -> trail.due(DueStepKind.TIME_USED_UP, resumedAt.plus(left.time()));
            case WORKING_HOURS -> {
                Instant began = work(resumedAt, Duration.ZERO, trail, calendar);
                if (began.isAfter(resumedAt)) {
                    trail.say(DueStep.at(DueStepKind.COUNTING_BEGAN, calendar.wall(began)));
                }
                yield trail.due(DueStepKind.TIME_USED_UP, work(began, left.time(), trail, calendar));
            }
            case WORKING_DAYS -> {
                LocalDate last = workingDay(wall.toLocalDate(), left.days(), trail);
                trail.say(new DueStep(DueStepKind.COUNTED, null, null, last, left.days(), null));
                yield ending(last, wall, end, trail, calendar);
            }
            case CALENDAR_DAYS -> {
                LocalDate last = wall.toLocalDate().plusDays(left.days());
                trail.say(new DueStep(DueStepKind.COUNTED, null, null, last, left.days(), null));
                yield ending(end == DayEnd.END_OF_WORK ? moved(last, trail) : last, wall, end, trail, calendar);
            }
        };
    }

    /** When a clock is due that runs through a day somebody named, whoever works then: at its end. */
    public static Due through(LocalDate day, Instant start, WorkingCalendar calendar) {
        Trail trail = new Trail(calendar);
        LocalDateTime wall = calendar.wall(start);
        trail.say(started(wall, calendar));
        return ending(day, wall, DayEnd.MIDNIGHT, trail, calendar);
    }

    private static DueStep started(LocalDateTime wall, WorkingCalendar calendar) {
        return new DueStep(
                DueStepKind.STARTED, wall, null, null, null, calendar.zone().getId());
    }

    /**
     * What is left of a clock that is stopped 挂账 before it is due. Minutes and working hours keep exactly what is left.
     * Of days, those strictly after the day of stopping through the last day are left, but at least one; a clock stopped
     * and resumed on one day before its last is due when it would have been. Days by which the last day moved to a
     * working day are left like others.
     *
     * <p>The due instant may come from elsewhere, such as an extension. To be asked when the clock resumes, with the
     * calendar and the due instant then in force: a deadline may be revised while it stands still.
     *
     * @throws IllegalArgumentException if the clock is due already
     */
    public static Left left(Instant stoppedAt, Instant due, SpanKind kind, DayEnd end, WorkingCalendar calendar) {
        beforeDue(stoppedAt, due);
        Instant withinLastDay = end == DayEnd.SAME_TIME ? due : due.minusNanos(1);
        return switch (kind) {
            case MINUTES -> new Left(kind, 0, Duration.between(stoppedAt, due));
            case WORKING_HOURS ->
                new Left(kind, 0, elapsed(stoppedAt, due, calendar).workingTime());
            case WORKING_DAYS ->
                new Left(
                        kind,
                        Math.max(1, elapsed(stoppedAt, withinLastDay, calendar).workingDays()),
                        Duration.ZERO);
            case CALENDAR_DAYS -> {
                long days = ChronoUnit.DAYS.between(
                        calendar.wall(stoppedAt).toLocalDate(),
                        calendar.wall(withinLastDay).toLocalDate());
                yield new Left(kind, Math.max(1, Math.toIntExact(days)), Duration.ZERO);
            }
        };
    }

    /**
     * The same clock under a later calendar version, as when the notice of a year comes out. What was known stays known:
     * the caller records the difference.
     *
     * @param left what the clock had when it started or resumed; {@link Span#whole()} if it never stood still
     */
    public static Revision revised(Due known, Instant start, Left left, DayEnd end, WorkingCalendar later) {
        Due due = due(start, left, end, later);
        return new Revision(due, !due.at().equals(known.at()));
    }

    /**
     * When half of a clock has passed, for the reminder of an idle unit 签而不办: half of the working time between start
     * and due instant for clocks in working hours and working days, half of the real time for others, and where nobody
     * works between the two. Always after the start and before the due instant, wherever that comes from.
     *
     * @throws IllegalArgumentException if the clock is due when it starts
     */
    public static Instant halfway(Instant start, Instant due, SpanKind kind, WorkingCalendar calendar) {
        beforeDue(start, due);
        Duration half = switch (kind) {
            case MINUTES, CALENDAR_DAYS -> Duration.ZERO;
            case WORKING_HOURS, WORKING_DAYS ->
                elapsed(start, due, calendar).workingTime().dividedBy(2);
        };
        return half.isZero()
                ? start.plus(Duration.between(start, due).dividedBy(2))
                : work(start, half, new Trail(calendar), calendar);
    }

    /**
     * Half of a clock 进展时限 as a clock of its own: explained as the whole one is, and how far half of it goes.
     *
     * @param whole the clock that starts then
     */
    public static Due half(Instant start, Due whole, SpanKind kind, WorkingCalendar calendar) {
        Instant half = halfway(start, whole.at(), kind, calendar);
        List<DueStep> steps = new ArrayList<>(whole.steps());
        steps.add(DueStep.at(DueStepKind.HALFWAY, calendar.wall(half)));
        return new Due(half, whole.provisional(), steps);
    }

    /** A clock that is due at an appointed time. */
    public static Due appointed(Instant start, Instant at, WorkingCalendar calendar) {
        Trail trail = new Trail(calendar);
        trail.say(new DueStep(
                DueStepKind.STARTED,
                calendar.wall(start),
                null,
                null,
                null,
                calendar.zone().getId()));
        return trail.due(DueStepKind.APPOINTED, at);
    }

    /**
     * The working time between two instants, for statistics: "replied within 7 working days" is at most 7 here, the
     * starting day not counted. Nothing has elapsed when the second lies before the first, as when two clocks disagree.
     */
    public static Elapsed elapsed(Instant from, Instant until, WorkingCalendar calendar) {
        LocalDate first = calendar.wall(from).toLocalDate();
        LocalDate last = calendar.wall(until).toLocalDate();
        int days = 0;
        Duration time = Duration.ZERO;
        boolean provisional = false;
        Instant now = from;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            provisional |= !calendar.settled(day);
            if (!calendar.works(day)) {
                continue;
            }
            days += day.isAfter(first) ? 1 : 0;
            for (Shift shift : calendar.shifts(day)) {
                Instant begin = later(now, shift.from());
                Instant end = until.isBefore(shift.until()) ? until : shift.until();
                if (begin.isBefore(end)) {
                    time = time.plus(Duration.between(begin, end));
                    now = end;
                }
            }
        }
        return new Elapsed(days, time, provisional);
    }

    /** The moment when so much working time has passed; with none to pass, the next working moment. */
    private static Instant work(Instant start, Duration time, Trail trail, WorkingCalendar calendar) {
        LocalDate today = calendar.wall(start).toLocalDate();
        boolean over = !calendar.instant(calendar.endOfWork(today)).isAfter(start);
        Instant now = start;
        Duration left = time;
        for (LocalDate day = over ? today.plusDays(1) : today; ; day = day.plusDays(1)) {
            if (!trail.works(day)) {
                continue;
            }
            for (Shift shift : calendar.shifts(day)) {
                Instant begin = later(now, shift.from());
                if (begin.isBefore(shift.until())) {
                    Duration here = Duration.between(begin, shift.until());
                    if (left.compareTo(here) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(here);
                    now = shift.until();
                }
            }
        }
    }

    /** The n-th working day after this one. */
    private static LocalDate workingDay(LocalDate start, int n, Trail trail) {
        LocalDate day = start;
        for (int counted = 0; counted < n; counted += trail.works(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The last day of a clock in calendar days that ends with work, where it has to be a working day. */
    private static LocalDate moved(LocalDate last, Trail trail) {
        if (trail.works(last)) {
            return last;
        }
        LocalDate day = workingDay(last, 1, trail);
        trail.say(new DueStep(DueStepKind.LAST_DAY_MOVED, null, last, day, null, null));
        return day;
    }

    private static Due ending(LocalDate last, LocalDateTime start, DayEnd end, Trail trail, WorkingCalendar calendar) {
        LocalDateTime wall = switch (end) {
            case END_OF_WORK -> calendar.endOfWork(last);
            case SAME_TIME -> last.atTime(start.toLocalTime());
            case MIDNIGHT -> last.plusDays(1).atStartOfDay();
        };
        int passes = calendar.zone().getRules().getValidOffsets(wall).size();
        if (passes != 1) {
            trail.say(DueStep.at(passes == 0 ? DueStepKind.TIME_SKIPPED : DueStepKind.TIME_REPEATED, wall));
        }
        return trail.due(
                switch (end) {
                    case END_OF_WORK -> DueStepKind.ENDED_WITH_WORK;
                    case SAME_TIME -> DueStepKind.ENDED_AT_SAME_TIME;
                    case MIDNIGHT -> DueStepKind.ENDED_AT_MIDNIGHT;
                },
                calendar.instant(wall));
    }

    private static void beforeDue(Instant instant, Instant due) {
        if (!instant.isBefore(due)) {
            throw new IllegalArgumentException("The clock was due %s, not after %s".formatted(due, instant));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
