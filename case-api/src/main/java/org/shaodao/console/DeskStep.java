package org.shaodao.console;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.history.CaseDispatch;
import org.shaodao.history.CaseHeader;

/**
 * A step that a desk offers on a case. Whether it may be taken the case decides when it is.
 *
 * @param about the dispatch, whistle or commitment it is about; null = the case itself
 * @param unit whose dispatch that is; null = nobody's
 * @param person 回访 who is asked, where that is somebody who joined the case
 */
record DeskStep(
        String step,
        @Nullable Integer about,
        @Nullable String unit,
        @Nullable UUID person) {
    static final String WHISTLE = "blow-whistle";
    static final String FOLLOW_UP = "follow-up";
    static final String SUPERVISE = "order-supervision";

    /** Steps that are about one dispatch, whistle or commitment. */
    private static final Set<String> NUMBERED = Set.of(
            "remind",
            "agree-to-hand-back",
            "refuse-hand-back",
            "order-rework",
            "decide-extension",
            "decline-reopening",
            "rule-on-dispute",
            "release",
            "add-unit",
            "withdraw-whistle");

    /** Whether an address names a step without saying what it is about. */
    static boolean isIncomplete(String step, @Nullable Integer about) {
        return about == null && NUMBERED.contains(step);
    }

    /** The steps for which something waits, then those that are open all the time. */
    static List<DeskStep> of(CaseHeader header, List<ConsoleRow> waiting, Caller caller) {
        return switch (caller.role()) {
            case STREET ->
                Stream.concat(awaited(header, waiting, ConsoleDesk.STREET), ofTheStreet(header))
                        .distinct()
                        .toList();
            case DISTRICT ->
                Stream.concat(
                                header.recused()
                                        ? awaited(header, waiting, ConsoleDesk.DISTRICT)
                                        : ofTheDistrict(header, waiting),
                                pressing(header))
                        .distinct()
                        .toList();
            case RESIDENT, GRID_WORKER, COMMUNITY, UNIT, AUDITOR, ADMINISTRATOR, OUTSIDE, SYSTEM -> List.of();
        };
    }

    private static Stream<DeskStep> awaited(CaseHeader header, List<ConsoleRow> waiting, ConsoleDesk desk) {
        return waiting.stream().filter(row -> row.desk() == desk).flatMap(row -> of(header, row));
    }

    /** The district may ask the resident, and decide on what they said, of any case. */
    private static Stream<DeskStep> ofTheDistrict(CaseHeader header, List<ConsoleRow> waiting) {
        return waiting.stream()
                .filter(row -> row.desk() == ConsoleDesk.DISTRICT
                        || row.waiting() == Waiting.FOLLOW_UP
                        || row.waiting() == Waiting.UNSOLVED
                        || row.waiting() == Waiting.OBJECTION)
                .flatMap(row -> of(header, row));
    }

    private static Stream<DeskStep> of(CaseHeader header, ConsoleRow row) {
        return switch (row.waiting()) {
            case CALL -> steps(WHISTLE, "dispatch", "handle-ourselves", "answer-at-once", "not-accept");
            case ARRIVAL ->
                row.units().stream()
                        .filter(unit -> unit.standing() == CalledUnit.Standing.NOT_ACKNOWLEDGED
                                || unit.standing() == CalledUnit.Standing.NOT_ARRIVED)
                        .map(unit -> new DeskStep("remind", unit.dispatch(), unit.unit(), null));
            case HAND_BACK_ANSWER ->
                Stream.of("agree-to-hand-back", "refuse-hand-back").map(step -> onDispatch(step, header, row.number()));
            case VERIFICATION ->
                Stream.concat(
                        steps("verify"),
                        replied(header).map(one -> new DeskStep("order-rework", one.number(), one.unit(), null)));
            case FOLLOW_UP -> Stream.of(new DeskStep(FOLLOW_UP, null, null, row.person()));
            case CLOSING -> steps("close");
            case EXTENSION -> Stream.of(onDispatch("decide-extension", header, row.number()));
            case UNSOLVED -> steps("decide-on-unsolved");
            case OBJECTION -> steps("answer-objection");
            case REOPENING ->
                Stream.concat(steps("reopen"), Stream.of(new DeskStep("decline-reopening", row.number(), null, null)));
            case PARKING -> steps("approve-parking");
            case EXCLUSION -> steps("decide-exclusion");
            case FINDING -> steps("confirm-finding");
            case RULING -> Stream.of(onDispatch("rule-on-dispute", header, row.number()));
            case DESIGNATION -> steps("designate");
            case NOTHING -> steps("reopen");
        };
    }

    /** What a street may do while units are at work. */
    private static Stream<DeskStep> ofTheStreet(CaseHeader header) {
        if (header.phase() != CasePhase.HANDLING) {
            return Stream.of();
        }
        if (header.parkedUntil() != null) {
            return steps("resume-case");
        }
        Stream<DeskStep> releases = replied(header)
                .filter(one -> one.whistle() != null && !one.released())
                .map(one -> new DeskStep("release", one.number(), one.unit(), null));
        Stream<DeskStep> whistles = header.dispatches().stream()
                .filter(one -> one.whistle() != null && one.state() != DispatchFacts.State.ENDED)
                .map(CaseDispatch::whistle)
                .distinct()
                .flatMap(whistle ->
                        Stream.of("add-unit", "withdraw-whistle").map(step -> new DeskStep(step, whistle, null, null)));
        return Stream.of(releases, whistles, steps("propose-parking", "make-commitment"))
                .flatMap(all -> all);
    }

    /** What the district may do to press on, while there is anybody to press. */
    private static Stream<DeskStep> pressing(CaseHeader header) {
        if (header.phase() != CasePhase.HANDLING) {
            return Stream.of();
        }
        Stream<DeskStep> parked = header.parkedUntil() == null ? Stream.of() : steps("review-parking", "resume-case");
        return Stream.concat(
                parked,
                header.dispatches().stream()
                        .filter(one -> one.state().compareTo(DispatchFacts.State.REPLIED) < 0)
                        .map(one -> new DeskStep(SUPERVISE, one.number(), one.unit(), null)));
    }

    private static Stream<CaseDispatch> replied(CaseHeader header) {
        return header.dispatches().stream().filter(one -> one.state() == DispatchFacts.State.REPLIED);
    }

    private static DeskStep onDispatch(String step, CaseHeader header, Integer number) {
        return header.dispatches().stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .map(one -> new DeskStep(step, number, one.unit(), null))
                .orElseGet(() -> new DeskStep(step, number, null, null));
    }

    private static Stream<DeskStep> steps(String... names) {
        return Stream.of(names).map(name -> new DeskStep(name, null, null, null));
    }

    /** Whether it is the one whose form is asked for. */
    boolean is(DeskAsk ask) {
        return step.equals(ask.form()) && Objects.equals(about, ask.about()) && Objects.equals(person, ask.person());
    }
}
