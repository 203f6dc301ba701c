package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalEvent;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.ClosingEvent;
import org.shaodao.casefile.DeemedBy;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.casefile.ExtensionEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.ParkingEvent;
import org.shaodao.casefile.RatingEvent;
import org.shaodao.casefile.RatingSource;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.WorkEvent;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.view.Recorded;

/**
 * Every indicator once more, straight from the events of one case up to a moment: each told as its definition tells it,
 * with nothing kept and nothing added up.
 */
final class ByBruteForce {
    /** One thing in a denominator; what it adds to the numerator; for durations the value itself. */
    record Item(
            Indicator indicator,
            boolean numerator,
            double value,
            Instant at,
            String unit,
            String street,
            String category,
            boolean excluded) {}

    private static final Duration WINDOW =
            Duration.ofDays(new Measuring().thresholds(null).reopeningWindowDays());

    private static final Set<ClockKind> NO_PROMISES = Set.of(
            ClockKind.LADDER,
            ClockKind.PROGRESS,
            ClockKind.HAND_BACK_WINDOW,
            ClockKind.OBJECTION_WINDOW,
            ClockKind.RATING_WINDOW);

    private static final Duration RECURRENCE =
            Duration.ofDays(new Measuring().thresholds(null).recurrenceDays());

    private final List<Recorded> events;
    private final List<CaseFacts> states = new ArrayList<>();
    private final CaseFacts last;
    private final List<Item> items = new ArrayList<>();

    private ByBruteForce(List<Recorded> events) {
        this.events = events;
        CaseFacts facts = null;
        for (Recorded e : events) {
            facts = CaseFacts.after(facts, e.event(), e.recordedAt());
            states.add(facts);
        }
        this.last = facts;
    }

    /** @param all every case that is known, with its events */
    static List<Item> items(List<Recorded> events, Collection<List<Recorded>> all) {
        ByBruteForce force = new ByBruteForce(events);
        if (force.last != null) {
            force.clocks();
            force.disputes();
            force.ratings();
            force.closings();
            force.intake();
            force.recurrence(all);
        }
        return force.items;
    }

    private void add(Indicator indicator, boolean numerator, Instant at, @Nullable String unit) {
        add(indicator, numerator, 0, at, unit);
    }

    private void add(Indicator indicator, boolean numerator, double value, Instant at, @Nullable String unit) {
        boolean excluded = false;
        for (Recorded e : events) {
            if (e.event() instanceof AppraisalEvent.ExclusionDecided d) {
                excluded = d.excluded();
            } else if (e.event() instanceof AppraisalEvent.ExclusionWithdrawn) {
                excluded = false;
            }
        }
        items.add(new Item(
                indicator,
                numerator,
                value,
                at,
                unit == null ? "" : unit,
                last.demand().street(),
                last.demand().category(),
                excluded));
    }

    private <E> Stream<E> all(Class<E> type) {
        return events.stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
    }

    private @Nullable String unit(@Nullable Integer dispatch) {
        return dispatch == null ? null : last.dispatches().get(dispatch).unit();
    }

    /** Whether somebody must still do what it measures, and time passes. */
    static boolean running(ClockFacts c) {
        return c.endedAt() == null && c.stoppedAt() == null && !NO_PROMISES.contains(c.kind());
    }

    private static boolean out(ClockFacts c, Instant due) {
        return c.lapsed() && c.endedAt().isBefore(due);
    }

    private static boolean still(ClockFacts c) {
        return c.stoppedAt() != null && !c.dueAt().isBefore(c.stoppedAt());
    }

    private static boolean by(ClockFacts c, Instant due) {
        return c.endedAt() != null && !c.endedAt().isAfter(due) && !c.lapsed();
    }

    private void clocks() {
        for (ClockFacts c : last.clocks()) {
            if (running(c)) {
                boolean ofTheUnit = c.kind() != ClockKind.HAND_BACK_ANSWER && c.kind() != ClockKind.RULING;
                add(Indicator.OVERDUE_STOCK, false, c.dueAt(), ofTheUnit ? unit(c.dispatch()) : null);
            }
            if (c.kind() == ClockKind.HANDLING && !out(c, c.originalDueAt())) {
                add(
                        Indicator.HANDLED_BY_ORIGINAL_DUE,
                        by(c, c.originalDueAt()) && accepted(c),
                        c.originalDueAt(),
                        unit(c.dispatch()));
            }
            if (c.kind() == ClockKind.HANDLING && c.round() == 1) {
                boolean extended = all(ExtensionEvent.ExtensionGranted.class)
                        .anyMatch(e -> e.dispatch().equals(c.dispatch()));
                add(Indicator.EXTENSION_RATE, extended, c.originalDueAt(), unit(c.dispatch()));
            }
            if (c.kind() == ClockKind.WHOLE_CASE && c.round() == 1) {
                boolean parked = all(ParkingEvent.Parked.class).findAny().isPresent();
                add(Indicator.PARKING_RATE, parked, c.originalDueAt(), answers(states.size() - 1));
                boolean excluded = false;
                for (Recorded e : events) {
                    excluded = e.event() instanceof AppraisalEvent.ExclusionDecided d
                            ? d.excluded()
                            : excluded && !(e.event() instanceof AppraisalEvent.ExclusionWithdrawn);
                }
                add(Indicator.EXCLUSION_RATE, excluded, c.originalDueAt(), answers(states.size() - 1));
            }
            if (out(c, c.dueAt()) || still(c)) {
                continue;
            }
            boolean inTime = by(c, c.dueAt());
            String unit = unit(c.dispatch());
            switch (c.kind()) {
                case ACKNOWLEDGEMENT -> add(Indicator.ACKNOWLEDGED_ON_TIME, inTime, c.dueAt(), unit);
                case FIRST_CONTACT -> add(Indicator.FIRST_CONTACT_ON_TIME, inTime, c.dueAt(), unit);
                case ARRIVAL -> add(Indicator.REPORTED_ON_TIME, inTime, c.dueAt(), unit);
                case HANDLING -> add(Indicator.HANDLED_ON_TIME, inTime && accepted(c), c.dueAt(), unit);
                case HAND_BACK_WINDOW -> add(Indicator.SILENT_ACCEPTANCE, silent(c), c.dueAt(), unit);
                case PROGRESS -> {
                    boolean seen = last.dispatches().get(c.dispatch()).own()
                            || last.clocks().stream()
                                    .anyMatch(a -> a.kind() == ClockKind.ACKNOWLEDGEMENT
                                            && Objects.equals(a.dispatch(), c.dispatch())
                                            && by(a, c.dueAt()));
                    if (seen) {
                        add(Indicator.IDLE_RATE, !inTime, c.dueAt(), unit);
                    }
                }
                case FOLLOW_UP -> add(Indicator.FOLLOW_UP_COVERAGE, answered(c), c.dueAt(), answers(states.size() - 1));
                default -> {}
            }
        }
        for (Integer whistle : last.whistles().keySet()) {
            List<ClockFacts> arrivals = last.clocks().stream()
                    .filter(c -> c.kind() == ClockKind.ARRIVAL
                            && whistle.equals(
                                    last.dispatches().get(c.dispatch()).whistle())
                            && !out(c, c.dueAt())
                            && !still(c))
                    .toList();
            if (!arrivals.isEmpty()) {
                Instant due = arrivals.stream()
                        .map(ClockFacts::dueAt)
                        .max(Instant::compareTo)
                        .orElseThrow();
                add(Indicator.WHISTLE_FULLY_ANSWERED, arrivals.stream().allMatch(c -> by(c, c.dueAt())), due, null);
            }
        }
    }

    /** Whether some verification found the final reply of this round done. */
    private boolean accepted(ClockFacts c) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof ClosingEvent.Verified && states.get(i) != null) {
                DispatchFacts d = states.get(i).dispatches().get(c.dispatch());
                if (d != null
                        && d.state() == DispatchFacts.State.REPLIED
                        && d.round().equals(c.round())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean silent(ClockFacts c) {
        return all(DisputeEvent.DeemedAccepted.class)
                .anyMatch(e -> e.dispatch().equals(c.dispatch()) && e.deemedBy() == DeemedBy.SILENCE);
    }

    /** Whether somebody independent, or the resident of their own accord, answered a question since this clock started. */
    private boolean answered(ClockFacts c) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof RatingEvent.FollowedUp e
                    && e.complainant() == null
                    && e.source() != RatingSource.SELF_CHECK
                    && e.result() == CallResult.REACHED
                    && (e.contacted() != null || e.solved() != null || e.satisfied() != null)) {
                Integer round = states.get(i).clocks().stream()
                        .filter(k -> k.kind() == ClockKind.FOLLOW_UP)
                        .map(ClockFacts::round)
                        .reduce((a, b) -> b)
                        .orElse(null);
                if (c.round().equals(round)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void disputes() {
        for (DispatchFacts d : last.dispatches().values()) {
            if (d.own()) {
                continue;
            }
            boolean handedBack = all(DisputeEvent.HandedBack.class)
                    .anyMatch(e -> e.dispatch().equals(d.number()));
            add(Indicator.HAND_BACK_RATE, handedBack, d.dispatchedAt(), d.unit());
            add(Indicator.WRONG_DISPATCH_RATE, d.dispute().succeeded(), d.dispatchedAt(), d.unit());
            if (d.dispute().succeeded() || d.dispute().state() == DisputeFacts.State.REJECTED) {
                Instant since = null;
                Instant ended = null;
                for (int i = 0; i < events.size(); i++) {
                    DispatchFacts then = states.get(i) == null
                            ? null
                            : states.get(i).dispatches().get(d.number());
                    if (then == null) {
                        continue;
                    }
                    if (events.get(i).event() instanceof DisputeEvent.HandedBack e
                            && e.dispatch().equals(d.number())) {
                        since = events.get(i).recordedAt();
                    }
                    if (ended == null && then.dispute().state() == d.dispute().state()) {
                        ended = events.get(i).recordedAt();
                    }
                }
                add(Indicator.UPHELD_SHARE, d.dispute().succeeded(), ended, d.unit());
                double minutes = Duration.between(since, ended).toSeconds() / 60.0;
                add(Indicator.TIME_TO_RULING, false, minutes, ended, d.unit());
                double working = new Measuring().workingTime(since, ended, null).toSeconds() / 60.0;
                add(Indicator.TIME_TO_RULING_WORKING, false, working, ended, d.unit());
            }
        }
    }

    private void ratings() {
        Set<String> said = new HashSet<>();
        DemandKind kind = last.demand().kind();
        for (int i = 0; i < events.size(); i++) {
            if (!(events.get(i).event() instanceof RatingEvent.FollowedUp e)
                    || e.source() == RatingSource.SELF_CHECK
                    || e.result() != CallResult.REACHED) {
                continue;
            }
            Integer lead = acceptedLead(i);
            String unit = unit(lead);
            if (e.contacted() != null && said.add(e.complainant() + "contacted")) {
                add(Indicator.RESPONSE_RATE, e.contacted(), e.occurredAt(), unit);
            }
            if (e.solved() != null && said.add(e.complainant() + "solved")) {
                if (Set.of(DemandKind.HELP, DemandKind.COMPLAINT, DemandKind.TIP_OFF)
                        .contains(kind)) {
                    add(Indicator.RESOLUTION_RATE, e.solved() == Solved.YES, e.occurredAt(), unit);
                }
                if (claimed(lead, i)) {
                    add(Indicator.VERDICT_GAP, e.solved() == Solved.NO, e.occurredAt(), unit);
                }
            }
            if (e.satisfied() != null && said.add(e.complainant() + "satisfied") && kind != DemandKind.PRAISE) {
                add(Indicator.SATISFACTION_RATE, e.satisfied() != Satisfied.NO, e.occurredAt(), unit);
                add(Indicator.SATISFACTION_RATE_STRICT, e.satisfied() == Satisfied.YES, e.occurredAt(), unit);
            }
        }
    }

    private boolean claimed(@Nullable Integer lead, int until) {
        Outcome outcome = null;
        for (int i = 0; i <= until; i++) {
            if (events.get(i).event() instanceof WorkEvent.Replied r
                    && r.kind() == ReplyKind.FINAL
                    && r.dispatch().equals(lead)) {
                outcome = r.outcome();
            }
        }
        return lead != null && outcome == Outcome.SOLVED;
    }

    /** Whose final reply the last verification until then accepted. */
    private @Nullable Integer acceptedLead(int until) {
        Integer lead = null;
        for (int i = 0; i <= until; i++) {
            if (events.get(i).event() instanceof ClosingEvent.Verified && states.get(i) != null) {
                for (DispatchFacts d : states.get(i).dispatches().values()) {
                    lead = d.lead() && d.state() == DispatchFacts.State.REPLIED ? d.number() : lead;
                }
            }
        }
        return lead;
    }

    /** The unit that answers for the case: accepted, or at work as the lead, or the last that led. */
    private @Nullable String answers(int when) {
        CaseFacts then = states.get(when);
        Integer accepted = acceptedLead(when);
        if (accepted != null) {
            return then.dispatches().get(accepted).unit();
        }
        if (then.responsible() != null) {
            return then.dispatches().get(then.responsible()).unit();
        }
        String unit = null;
        for (DispatchFacts d : then.dispatches().values()) {
            unit = d.lead() ? d.unit() : unit;
        }
        return unit;
    }

    private void closings() {
        Instant verified = null;
        Instant reworked = null;
        Duration parked = Duration.ZERO;
        Instant parkedSince = null;
        Set<String> leads = new TreeSet<>();
        Map<Integer, Instant> closed = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            CaseFacts then = states.get(i);
            if (then == null) {
                continue;
            }
            var event = events.get(i).event();
            then.dispatches().values().stream().filter(DispatchFacts::lead).forEach(d -> leads.add(d.unit()));
            if ((event instanceof ClosingEvent.Verified || event instanceof IntakeEvent.AnsweredAtOnce)
                    && verified == null) {
                verified = event.occurredAt();
            }
            if (event instanceof ClosingEvent.ReworkOrdered && reworked == null) {
                reworked = event.occurredAt();
            }
            if (parkedSince != null && !then.parking().parked()) {
                parked = parked.plus(Duration.between(parkedSince, events.get(i).recordedAt()));
            }
            parkedSince = then.parking().since();
            if (event instanceof ClosingEvent.Closed) {
                Instant at = event.occurredAt();
                Instant again = events.subList(i, events.size()).stream()
                        .map(Recorded::event)
                        .filter(ClosingEvent.Reopened.class::isInstance)
                        .map(e -> e.occurredAt())
                        .findFirst()
                        .orElse(null);
                String unit = answers(i);
                add(Indicator.REOPENING_RATE, again != null && !again.isAfter(at.plus(WINDOW)), at.plus(WINDOW), unit);
                boolean lastClose = events.subList(i + 1, events.size()).stream()
                        .noneMatch(e -> e.event() instanceof ClosingEvent.Closed);
                if (lastClose && again == null && last.phase() == CasePhase.CLOSED) {
                    Duration whole = Duration.between(last.demand().raisedAt(), at);
                    Duration net = whole.minus(parked);
                    add(Indicator.CASE_DURATION, false, Math.max(0, whole.toSeconds() / 60.0), at, unit);
                    add(Indicator.CASE_DURATION_NET, false, Math.max(0, net.toSeconds() / 60.0), at, unit);
                    if (!leads.isEmpty()) {
                        add(Indicator.HOPS, leads.size() >= 3, leads.size(), at, unit);
                    }
                }
            }
        }
        if (verified != null) {
            Instant end = verified.plus(WINDOW);
            add(Indicator.REWORK_RATE, reworked != null && !reworked.isAfter(end), end, answers(states.size() - 1));
        }
    }

    private void intake() {
        boolean accepted = all(IntakeEvent.NotAccepted.class).findAny().isEmpty();
        boolean whistled = all(CallingEvent.WhistleBlown.class).findAny().isPresent();
        add(Indicator.DEMANDS, false, last.demand().raisedAt(), answers(states.size() - 1));
        if (accepted) {
            add(Indicator.WHISTLE_RATE, whistled, last.demand().raisedAt(), answers(states.size() - 1));
        }
    }

    private void recurrence(Collection<List<Recorded>> cases) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).event() instanceof ClosingEvent.Closed e && states.get(i) != null) {
                Instant end = e.occurredAt().plus(RECURRENCE);
                boolean again = cases.stream()
                        .filter(other -> other != events)
                        .map(ByBruteForce::last)
                        .filter(Objects::nonNull)
                        .anyMatch(like -> like.phase() != CasePhase.MERGED
                                && like.demand().category().equals(last.demand().category())
                                && like.demand().place().equals(last.demand().place())
                                && like.demand().raisedAt().isAfter(e.occurredAt())
                                && !like.demand().raisedAt().isAfter(end));
                add(Indicator.RECURRENCE_RATE, again, end, answers(i));
            }
        }
    }

    private static final Map<List<Recorded>, CaseFacts> LAST = new IdentityHashMap<>();

    static @Nullable CaseFacts last(List<Recorded> events) {
        return LAST.computeIfAbsent(events, all -> new ByBruteForce(all).last);
    }

    static Map<UUID, List<Recorded>> byCase(List<Recorded> log, Instant until) {
        Map<UUID, List<Recorded>> cases = new HashMap<>();
        log.stream()
                .filter(e -> e.recordedAt().isBefore(until))
                .forEach(e -> cases.computeIfAbsent(e.caseId(), id -> new ArrayList<>())
                        .add(e));
        return cases;
    }
}
