package org.shaodao.lanes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.clocks.ClockKind;
import org.shaodao.history.CaseDispatch;
import org.shaodao.history.CaseEntry;
import org.shaodao.history.CaseHeader;
import org.shaodao.lanes.Picture.Due;
import org.shaodao.lanes.Picture.Lane;
import org.shaodao.lanes.Picture.Mark;
import org.shaodao.lanes.Picture.Tick;

/**
 * Draws the lane picture 哨图 of a case: a pure function of what is known, so that the same drawing serves the case as it
 * stands and as it was known at any moment.
 */
public final class Lanes {
    private static final int WIDTH = 1120;
    private static final int NAMES = 176;
    private static final int RIGHT = 72;
    private static final int TOP = 40;
    private static final int LANE = 60;
    private static final int ABOVE = -14;
    private static final int BELOW = 25;
    private static final double TICKS_APART = 104;
    private static final List<ClockKind> DUES =
            List.of(ClockKind.ACKNOWLEDGEMENT, ClockKind.FIRST_CONTACT, ClockKind.ARRIVAL, ClockKind.HANDLING);

    private final CaseHeader header;
    private final List<CaseEntry> entries;
    private final Instant now;
    private final ToDoubleFunction<String> widths;
    private final Axis axis;

    private Lanes(CaseHeader header, List<CaseEntry> entries, Instant now, ToDoubleFunction<String> widths) {
        this.header = header;
        this.entries = entries;
        this.now = now;
        this.widths = widths;
        this.axis = new Axis(moments(), now, NAMES + 24, WIDTH - RIGHT);
    }

    /**
     * The picture of a case.
     *
     * @param header what was known of it
     * @param entries what had happened, the oldest first
     * @param now the moment as of which it is drawn
     * @param widths how wide the label of a sign or of a clock will be, by its name
     */
    public static Picture of(CaseHeader header, List<CaseEntry> entries, Instant now, ToDoubleFunction<String> widths) {
        return new Lanes(header, entries, now, widths).picture();
    }

    private Picture picture() {
        List<Lane> lanes = new ArrayList<>();
        lanes.add(lane(null, TOP + LANE / 2));
        for (CaseDispatch dispatch : header.dispatches()) {
            lanes.add(lane(dispatch, TOP + LANE / 2 + LANE * lanes.size()));
        }
        return new Picture(WIDTH, TOP + LANE * lanes.size(), ticks(), lanes);
    }

    private TreeSet<Instant> moments() {
        TreeSet<Instant> moments = new TreeSet<>();
        moments.add(header.raisedAt());
        moments.add(ended() ? last() : now.isBefore(last()) ? last() : now);
        entries.stream().filter(entry -> Sign.of(entry).isPresent()).forEach(entry -> moments.add(at(entry)));
        header.clocks().stream().filter(this::shown).forEach(clock -> moments.add(clock.dueAt()));
        return moments;
    }

    private boolean ended() {
        return switch (header.phase()) {
            case CLOSED, MERGED, WITHDRAWN, NOT_ACCEPTED -> true;
            case RAISED, HANDLING, VERIFIED -> false;
        };
    }

    private Instant last() {
        return entries.stream().map(this::at).max(Instant::compareTo).orElse(header.raisedAt());
    }

    /** Nothing stands before the case was raised. */
    private Instant at(CaseEntry entry) {
        return entry.occurredAt().isBefore(header.raisedAt()) ? header.raisedAt() : entry.occurredAt();
    }

    private List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (Map.Entry<Instant, Double> place : axis.places().entrySet()) {
            if (ticks.isEmpty() || place.getValue() - ticks.getLast().x() >= TICKS_APART) {
                ticks.add(new Tick(place.getValue(), place.getKey()));
            }
        }
        return ticks;
    }

    private Lane lane(@Nullable CaseDispatch dispatch, int y) {
        Integer number = dispatch == null ? null : dispatch.number();
        List<CaseEntry> own = entries.stream()
                .filter(entry -> Sign.of(entry).isPresent()
                        && Objects.equals(number, entry.facts().get("dispatch")))
                .toList();
        Instant begun = own.stream().map(this::at).min(Instant::compareTo).orElse(header.raisedAt());
        boolean goesOn =
                dispatch == null ? !ended() : dispatch.state().compareTo(DispatchFacts.State.REPLIED) < 0 && !ended();
        Instant until = goesOn
                ? now
                : own.stream().map(this::at).max(Instant::compareTo).orElse(begun);
        Room room = new Room(y);
        List<Mark> marks =
                own.stream().map(entry -> mark(entry, number, begun, room)).toList();
        return new Lane(
                dispatch == null ? null : dispatch.unit(),
                number,
                dispatch == null ? null : dispatch.role().name(),
                y,
                axis.at(begun),
                axis.at(until),
                goesOn,
                marks,
                number == null
                        ? List.of()
                        : header.clocks().stream()
                                .filter(clock -> number.equals(clock.dispatch()) && shown(clock))
                                .map(clock -> due(clock, room))
                                .toList());
    }

    private Mark mark(CaseEntry entry, @Nullable Integer dispatch, Instant begun, Room room) {
        Sign sign = Sign.of(entry).orElseThrow();
        double x = axis.at(at(entry));
        Integer place = room.forLabel(x, widths.applyAsDouble(sign.name()));
        boolean late = sign.ends()
                .filter(kind -> header.clocks().stream()
                        .anyMatch(clock -> clock.is(dispatch, kind) && clock.state() == ClockFacts.State.LATE))
                .isPresent();
        return new Mark(
                sign,
                late ? Sign.MISSED.tone() : sign.tone(),
                x,
                place != null,
                place == null ? 0 : place,
                sign == Sign.ACKNOWLEDGED
                        ? Long.valueOf(Duration.between(begun, at(entry)).toMinutes())
                        : null,
                at(entry),
                entry.version());
    }

    /** What is still to come, and what was not kept. */
    private boolean shown(ClockFacts clock) {
        return clock.dispatch() != null
                && DUES.contains(clock.kind())
                && switch (clock.state()) {
                    case RUNNING, MISSED, LATE -> true;
                    case STOPPED, MET, LAPSED -> false;
                };
    }

    private Due due(ClockFacts clock, Room room) {
        double x = axis.at(clock.dueAt());
        Integer place = room.forLabel(x, widths.applyAsDouble(clock.kind().name()));
        return new Due(
                x,
                clock.kind().name(),
                clock.missed() ? Sign.MISSED.tone() : "parked",
                place != null,
                place == null ? 0 : place,
                clock.dueAt());
    }

    /** Labels stand above or below their lane where nothing else does; where there is no room the sign speaks alone. */
    private static final class Room {
        private final int y;
        private final List<double[]> above = new ArrayList<>();
        private final List<double[]> below = new ArrayList<>();

        private Room(int y) {
            this.y = y;
        }

        private @Nullable Integer forLabel(double x, double width) {
            double[] wanted = {x - width / 2 - 3, x + width / 2 + 3};
            return Stream.of(Map.entry(ABOVE, above), Map.entry(BELOW, below))
                    .filter(side ->
                            side.getValue().stream().noneMatch(taken -> wanted[0] < taken[1] && taken[0] < wanted[1]))
                    .findFirst()
                    .flatMap(side -> {
                        side.getValue().add(wanted);
                        return Optional.of(y + side.getKey());
                    })
                    .orElse(null);
        }
    }
}
