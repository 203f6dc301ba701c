package org.shaodao.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.AppraisalFacts;
import org.shaodao.casefile.AppraisalFacts.Proposal;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.CommitmentFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.casefile.RatingFacts.Voice;
import org.shaodao.clocks.ClockKind;

/**
 * One thing of a case that waits for somebody.
 *
 * @param number of the dispatch or commitment it is about, the first dispatch of a call, or which of several persons; 0 = the
 *     case itself
 * @param desk who is to act
 * @param person 回访 who is to be asked; null = the case's own complainant, or nobody
 * @param attempts 回访 how often they were called in vain
 * @param dueAt until when it should be done; null = no clock says so
 */
record Matter(
        Waiting waiting,
        Integer number,
        ConsoleDesk desk,
        @Nullable UUID person,
        int attempts,
        @Nullable Instant dueAt,
        boolean missed) {
    record Key(Waiting waiting, Integer number) {}

    Key key() {
        return new Key(waiting, number);
    }

    /** All that waits in a case, in the order of the steps. */
    static Map<Key, Matter> of(@Nullable CaseFacts facts) {
        Map<Key, Matter> all = new LinkedHashMap<>();
        if (facts != null) {
            of(facts, facts.phase()).forEach(matter -> all.put(matter.key(), matter));
        }
        return all;
    }

    private static Stream<Matter> of(CaseFacts facts, CasePhase phase) {
        Stream<Matter> inItsPhase = switch (phase) {
            case RAISED -> Stream.concat(Stream.of(ofTheCase(facts, Waiting.CALL)), designation(facts));
            case HANDLING ->
                Stream.of(notCome(facts), disputes(facts), designation(facts), extensions(facts), verification(facts))
                        .flatMap(matters -> matters);
            case VERIFIED -> Stream.concat(followUps(facts), closing(facts));
            case CLOSED ->
                Stream.concat(
                        facts.clocks().stream().anyMatch(clock -> clock.runs() && clock.is(null, ClockKind.FOLLOW_UP))
                                ? followUps(facts)
                                : Stream.of(),
                        Stream.of(ofTheCase(facts, Waiting.NOTHING)));
            case NOT_ACCEPTED, WITHDRAWN, MERGED -> Stream.of();
        };
        return Stream.concat(inItsPhase, decisions(facts));
    }

    /** 谁还没到. One for each call of which somebody has not acknowledged or not arrived. */
    private static Stream<Matter> notCome(CaseFacts facts) {
        Map<Integer, List<DispatchFacts>> calls = new LinkedHashMap<>();
        facts.dispatches().values().stream()
                .filter(dispatch -> CalledUnit.absent(facts, dispatch))
                .forEach(dispatch -> calls.merge(
                        first(facts, dispatch),
                        List.of(dispatch),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return calls.entrySet().stream().map(call -> {
            Predicate<ClockFacts> ofTheCall = clock -> call.getValue().stream()
                    .anyMatch(dispatch -> clock.is(dispatch.number(), ClockKind.ACKNOWLEDGEMENT)
                            || clock.is(dispatch.number(), ClockKind.ARRIVAL));
            return matter(facts, Waiting.ARRIVAL, call.getKey(), ofTheCall);
        });
    }

    /** The number of the first dispatch of the call with which a unit was called. */
    static Integer first(CaseFacts facts, DispatchFacts dispatch) {
        return dispatch.whistle() == null
                ? dispatch.number()
                : facts.dispatches().values().stream()
                        .filter(other -> dispatch.whistle().equals(other.whistle()))
                        .map(DispatchFacts::number)
                        .findFirst()
                        .orElse(dispatch.number());
    }

    private static Stream<Matter> disputes(CaseFacts facts) {
        return facts.dispatches().values().stream()
                .filter(dispatch -> dispatch.dispute().open())
                .map(dispatch -> ofADispatch(
                        facts,
                        dispatch.dispute().state() == DisputeFacts.State.REFERRED
                                ? Waiting.RULING
                                : Waiting.HAND_BACK_ANSWER,
                        dispatch));
    }

    /** Nobody leads any more, and whoever did was right to hand back: the street calls another, or the district designates 指定承办. */
    private static Stream<Matter> designation(CaseFacts facts) {
        List<DispatchFacts> leads =
                facts.dispatches().values().stream().filter(DispatchFacts::lead).toList();
        boolean unwilling = !leads.isEmpty()
                && leads.stream().noneMatch(DispatchFacts::open)
                && leads.getLast().dispute().succeeded();
        return unwilling
                ? Stream.of(ofTheCase(facts, Waiting.CALL), ofTheCase(facts, Waiting.DESIGNATION))
                : Stream.of();
    }

    private static Stream<Matter> extensions(CaseFacts facts) {
        return facts.dispatches().values().stream()
                .filter(dispatch -> dispatch.open() && dispatch.extension().askedBy() != null)
                .map(dispatch -> ofADispatch(facts, Waiting.EXTENSION, dispatch));
    }

    private static Stream<Matter> verification(CaseFacts facts) {
        boolean finished =
                facts.answered() && facts.dispatches().values().stream().noneMatch(DispatchFacts::open);
        return finished ? Stream.of(ofTheCase(facts, Waiting.VERIFICATION)) : Stream.of();
    }

    /** 回访. Everybody who wanted the same is asked, until they answered, could not be asked, or were tried often enough. */
    private static Stream<Matter> followUps(CaseFacts facts) {
        List<Matter> asked = new ArrayList<>();
        asked.add(followUp(facts, 0, null));
        facts.link().coComplainants().stream()
                .filter(person -> !person.equals(facts.demand().complainant()))
                .forEach(person -> asked.add(followUp(facts, asked.size(), person)));
        return asked.stream().filter(matter -> voices(facts, matter.person()).noneMatch(Voice::settled));
    }

    private static Matter followUp(CaseFacts facts, int number, @Nullable UUID person) {
        int attempts =
                voices(facts, person).mapToInt(voice -> voice.attempts().size()).sum();
        return matter(facts, Waiting.FOLLOW_UP, number, clock -> clock.is(null, ClockKind.FOLLOW_UP))
                .asking(person, attempts);
    }

    private static Stream<Voice> voices(CaseFacts facts, @Nullable UUID person) {
        return facts.rating().voices().stream().filter(voice -> Objects.equals(voice.complainant(), person));
    }

    private static Stream<Matter> closing(CaseFacts facts) {
        boolean waits = facts.rating().undecided()
                || facts.closing().objection()
                || followUps(facts).findAny().isPresent();
        return waits ? Stream.of() : Stream.of(ofTheCase(facts, Waiting.CLOSING));
    }

    private static Stream<Matter> decisions(CaseFacts facts) {
        AppraisalFacts appraisal = facts.appraisal();
        Stream<Matter> ofTheCase = Stream.of(
                        when(facts.rating().undecided(), Waiting.UNSOLVED),
                        when(facts.closing().objection(), Waiting.OBJECTION),
                        when(
                                facts.parking().proposedBy() != null
                                        && !facts.parking().parked(),
                                Waiting.PARKING),
                        when(proposed(appraisal.exclusion()), Waiting.EXCLUSION),
                        when(proposed(appraisal.finding()), Waiting.FINDING))
                .flatMap(waits -> waits)
                .map(waits -> ofTheCase(facts, waits));
        Stream<Matter> promises = facts.commitments().values().stream()
                .filter(CommitmentFacts::putForward)
                .map(promise -> matter(facts, Waiting.REOPENING, promise.number(), clock -> false));
        return Stream.concat(ofTheCase, promises);
    }

    private static Stream<Waiting> when(boolean waits, Waiting waiting) {
        return waits ? Stream.of(waiting) : Stream.of();
    }

    private static boolean proposed(@Nullable Proposal proposal) {
        return proposal != null && proposal.state() == Proposal.State.PROPOSED;
    }

    private static Matter ofTheCase(CaseFacts facts, Waiting waiting) {
        return matter(facts, waiting, 0, clock -> waiting.clock() != null && clock.is(null, waiting.clock()));
    }

    private static Matter ofADispatch(CaseFacts facts, Waiting waiting, DispatchFacts dispatch) {
        return matter(
                facts,
                waiting,
                dispatch.number(),
                clock -> waiting.clock() != null && clock.is(dispatch.number(), waiting.clock()));
    }

    private static Matter matter(CaseFacts facts, Waiting waiting, Integer number, Predicate<ClockFacts> clocks) {
        ClockFacts next = facts.clocks().stream()
                .filter(clocks.and(ClockFacts::counts))
                .min(Comparator.comparing(ClockFacts::dueAt))
                .orElse(null);
        return new Matter(
                waiting,
                number,
                ConsoleDesk.of(facts, waiting),
                null,
                0,
                next == null ? null : next.dueAt(),
                next != null && next.missed());
    }

    private Matter asking(@Nullable UUID someone, int calls) {
        return new Matter(waiting, number, desk, someone, calls, dueAt, missed);
    }
}
