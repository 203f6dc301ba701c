package org.shaodao.history;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.ReplyKind;

/**
 * In whose hands a case is, and since when: the first thing that anybody asks of it.
 *
 * @param by the units that have to act; empty once nobody has to, and where the district has to instead of its street
 * @param since when the case came into these hands; null if that is longer ago than the history that was read
 * @param turns by number of the dispatch
 */
public record Standing(Held held, List<String> by, @Nullable Instant since, Map<Integer, Turn> turns) {
    private static final Set<String> BEGIN_A_TURN =
            Set.of("casefile.dispatched", "casefile.taken-on", "casefile.rework-ordered");
    private static final String REPLIED = "casefile.replied";
    private static final String[] ENDINGS = {
        "casefile.closed", "casefile.duplicate-noted", "casefile.transferred-outside"
    };
    private static final String[] HANDED_BACK = {"casefile.hand-back-agreed", "casefile.dispute-ruled"};
    private static final String REOPENED = "casefile.reopened";
    private static final Set<String> MOVE_IT_ON = Set.of("casefile.acknowledged", "casefile.accepted");

    /** What is waited for. */
    public enum Held {
        TO_DISPATCH,
        AT_WORK,
        /** Nobody has taken up again what the resident, or somebody for them, was not content with. */
        REOPENED,
        TO_VERIFY,
        TO_CLOSE,
        CLOSED,
        MERGED,
        NOT_ACCEPTED,
        WITHDRAWN
    }

    /**
     * A unit's present turn, or its last.
     *
     * @param begun when the work was given to the unit, for the first time or again
     * @param moved when the unit came to the state it is in
     */
    public record Turn(Instant begun, Instant moved) {}

    /** Reads it off a case and its history in the order of the events: all of it, or the end. */
    public static Standing of(CaseHeader header, List<CaseEntry> history) {
        Map<Integer, Turn> turns = turns(history);
        return switch (header.phase()) {
            case RAISED -> new Standing(Held.TO_DISPATCH, office(header), header.raisedAt(), turns);
            case NOT_ACCEPTED ->
                new Standing(Held.NOT_ACCEPTED, List.of(), since(history, "casefile.not-accepted"), turns);
            case WITHDRAWN -> new Standing(Held.WITHDRAWN, List.of(), since(history, "casefile.withdrawn"), turns);
            case HANDLING -> inHand(header, history, turns);
            case VERIFIED ->
                new Standing(
                        Held.TO_CLOSE,
                        office(header),
                        since(history, "casefile.verified", "casefile.answered-at-once"),
                        turns);
            case CLOSED -> new Standing(Held.CLOSED, List.of(), since(history, ENDINGS), turns);
            case MERGED -> new Standing(Held.MERGED, List.of(), since(history, "casefile.merged-into"), turns);
        };
    }

    private static List<String> office(CaseHeader header) {
        return header.recused() ? List.of() : List.of(header.street());
    }

    /** The turn of a dispatch; null if the history read does not reach it. */
    public @Nullable Turn turn(int dispatch) {
        return turns.get(dispatch);
    }

    private static Standing inHand(CaseHeader header, List<CaseEntry> history, Map<Integer, Turn> turns) {
        List<CaseDispatch> open = header.dispatches().stream()
                .filter(dispatch -> dispatch.state().compareTo(DispatchFacts.State.REPLIED) < 0)
                .toList();
        boolean nobodyLeads = header.dispatches().stream()
                .noneMatch(d -> d.role() == DispatchRole.LEAD && d.state() != DispatchFacts.State.ENDED);
        if (open.isEmpty() && nobodyLeads) {
            return new Standing(
                    Held.TO_DISPATCH,
                    office(header),
                    last(history, HANDED_BACK).map(CaseEntry::occurredAt).orElse(null),
                    turns);
        }
        if (open.isEmpty()) {
            Optional<CaseEntry> turned = last(history, REPLIED, REOPENED);
            boolean reopened =
                    turned.filter(entry -> entry.event().equals(REOPENED)).isPresent();
            return new Standing(
                    reopened ? Held.REOPENED : Held.TO_VERIFY,
                    office(header),
                    turned.map(CaseEntry::occurredAt).orElse(null),
                    turns);
        }
        List<Turn> begun = open.stream()
                .flatMap(dispatch -> Stream.ofNullable(turns.get(dispatch.number())))
                .toList();
        Instant since = begun.size() < open.size()
                ? null
                : begun.stream().map(Turn::begun).min(Instant::compareTo).orElse(null);
        return new Standing(Held.AT_WORK, open.stream().map(CaseDispatch::unit).toList(), since, turns);
    }

    private static Map<Integer, Turn> turns(List<CaseEntry> history) {
        Map<Integer, Turn> turns = new HashMap<>();
        for (CaseEntry entry : history) {
            if (entry.facts().get("dispatch") instanceof Integer dispatch) {
                Instant at = entry.occurredAt();
                if (BEGIN_A_TURN.contains(entry.event())) {
                    turns.put(dispatch, new Turn(at, at));
                } else if (MOVE_IT_ON.contains(entry.event())
                        || ReplyKind.FINAL.name().equals(entry.facts().get("kind"))) {
                    turns.computeIfPresent(dispatch, (number, turn) -> new Turn(turn.begun(), at));
                }
            }
        }
        return turns;
    }

    private static @Nullable Instant since(List<CaseEntry> history, String... events) {
        return last(history, events).map(CaseEntry::occurredAt).orElse(null);
    }

    private static Optional<CaseEntry> last(List<CaseEntry> history, String... events) {
        return history.reversed().stream()
                .filter(entry -> List.of(events).contains(entry.event()))
                .findFirst();
    }
}
