package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.DueStep;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.clocks.Left;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.SpanKind;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;

/**
 * 时限调整. Computes running clocks anew from their original start, and tells of those that came out otherwise; of a
 * dispatch in one event, of the case itself in another.
 *
 * @param facts what is known after the event that gave rise to it
 */
record Revising(CaseFacts facts, By by, Instant occurredAt, Rulebook rules) {
    /** As a consequence of an event. */
    Revising(Starting start) {
        this(start.facts(), start.event().by(), start.event().occurredAt(), start.rules());
    }

    /** Days that had to be guessed are known by now, perhaps since before a clock ran again. What was promised stays. */
    List<CaseEvent> calendarPublished() {
        return all(RevisionCause.CALENDAR_PUBLISHED, ClockFacts::provisional, ClockFacts::rule);
    }

    /** Category or urgency were corrected: the rules that fit now hold from the start. What somebody decided stands. */
    List<CaseEvent> corrected() {
        return each(RevisionCause.CORRECTED, clock -> {
            ClockRule by = ruleInForce(clock);
            boolean decided = clock.agreedDueAt() != null && !clock.promisedEarlier();
            if (decided || by == null) {
                return Optional.empty();
            }
            Due due = promisedOr(due(clock.withAgreedDueAt(null), by), clock);
            return Optional.of(new StartedClock(clock.kind(), clock.round(), due, by));
        });
    }

    /** Whoever joined had been promised this much. */
    private Due promisedOr(Due due, ClockFacts clock) {
        return Optional.of(clock)
                .filter(LinkRules.held(facts))
                .flatMap(held -> facts.link().earlier(held.kind(), rules.now(), due.at()))
                .map(promise -> promise.due(calendar()))
                .orElse(due);
    }

    /** What stood still goes on with what was left. */
    List<CaseEvent> resumed() {
        return all(RevisionCause.RESUMED, clock -> !clock.pauses().isEmpty(), ClockFacts::rule);
    }

    /** What the resident of a duplicate was promised earlier holds; what is past is not promised anew. */
    List<CaseEvent> promisedEarlier() {
        return each(RevisionCause.MERGED, clock -> {
            Due now = new Due(clock.dueAt(), clock.provisional(), clock.why());
            return Optional.of(new StartedClock(clock.kind(), clock.round(), promisedOr(now, clock), clock.rule()));
        });
    }

    /** A clock is given time until then. */
    List<CaseEvent> extended(ClockFacts clock, Instant until) {
        DueStep step = DueStep.at(DueStepKind.EXTENDED, calendar().wall(until));
        return List.of(event(
                RevisionCause.EXTENDED,
                clock.dispatch(),
                List.of(new StartedClock(
                        clock.kind(), clock.round(), new Due(until, false, List.of(step)), clock.rule()))));
    }

    private List<CaseEvent> all(
            RevisionCause cause, Predicate<ClockFacts> which, Function<ClockFacts, @Nullable ClockRule> rule) {
        return each(cause, clock -> {
            ClockRule by = rule.apply(clock);
            return which.test(clock) && (by != null || clock.agreedDueAt() != null)
                    ? Optional.of(new StartedClock(clock.kind(), clock.round(), due(clock, by), by))
                    : Optional.empty();
        });
    }

    /** The running clocks that come out otherwise, of a dispatch in one event. */
    private List<CaseEvent> each(RevisionCause cause, Function<ClockFacts, Optional<StartedClock>> anew) {
        Map<@Nullable Integer, List<StartedClock>> revised =
                new TreeMap<>(Comparator.nullsFirst(Comparator.naturalOrder()));
        for (ClockFacts clock : facts.clocks()) {
            anew.apply(clock)
                    .filter(then -> clock.runs()
                            && !(then.due().at().equals(clock.dueAt())
                                    && then.due().provisional().equals(clock.provisional())))
                    .ifPresent(then -> revised.computeIfAbsent(clock.dispatch(), dispatch -> new ArrayList<>())
                            .add(then));
        }
        return revised.entrySet().stream()
                .map(each -> event(cause, each.getKey(), each.getValue()))
                .toList();
    }

    private CaseEvent event(RevisionCause cause, @Nullable Integer dispatch, List<StartedClock> clocks) {
        return new ClockEvent.DeadlinesRevised(
                by,
                occurredAt,
                dispatch,
                facts.unitOf(dispatch),
                cause,
                rules.inForce().pack().ref(),
                rules.inForce().calendar().ref(),
                clocks);
    }

    /** The due instant that was decided, or found by the rule, and after it what was left at each stop. */
    private Due due(ClockFacts clock, @Nullable ClockRule rule) {
        Instant agreed = clock.agreedDueAt();
        Due due = agreed == null
                ? Objects.requireNonNull(rule).due(clock.kind(), clock.startedAt(), calendar())
                : new Due(
                        agreed,
                        false,
                        clock.why().stream()
                                .takeWhile(step -> step.kind() != DueStepKind.STOOD_STILL)
                                .toList());
        SpanKind kind = rule == null ? SpanKind.MINUTES : rule.measure(clock.kind());
        DayEnd end = rule == null ? DayEnd.SAME_TIME : rule.end(clock.kind());
        for (Pause pause : clock.pauses()) {
            if (pause.from().isBefore(due.at())) {
                Left left = Reckoning.left(pause.from(), due.at(), kind, end, calendar());
                due = after(due, pause, Reckoning.due(pause.until(), left, end, calendar()));
            }
        }
        return due;
    }

    private Due after(Due before, Pause pause, Due due) {
        DueStep stop = DueStep.at(DueStepKind.STOOD_STILL, calendar().wall(pause.from()));
        return new Due(
                due.at(),
                before.provisional() || due.provisional(),
                Stream.of(before.steps(), List.of(stop), due.steps())
                        .flatMap(List::stream)
                        .toList());
    }

    private @Nullable ClockRule ruleInForce(ClockFacts clock) {
        return Starting.clockSet(facts, clock.dispatch(), rules)
                .rule(clock.kind())
                .orElse(null);
    }

    private WorkingCalendar calendar() {
        return rules.inForce().calendar().content();
    }
}
