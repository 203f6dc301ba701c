package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.clocks.ClockKind;

/** 互评. What the ratings of street and unit change. */
final class MutualChanges {
    private MutualChanges() {}

    static CaseFacts after(CaseFacts facts, MutualEvent event, Instant recordedAt) {
        return switch (event) {
            case MutualEvent.UnitRated e ->
                rated(facts.withMutual(facts.mutual().unitRated(e.dispatch())), e.dispatch(), recordedAt);
            case MutualEvent.WhistleRated e ->
                rated(facts.withMutual(facts.mutual().whistleRated(e.dispatch())), e.dispatch(), recordedAt);
        };
    }

    private static CaseFacts rated(CaseFacts facts, Integer dispatch, Instant recordedAt) {
        return facts.mutual().both(dispatch) ? facts.ended(dispatch, ClockKind.RATING_WINDOW, recordedAt) : facts;
    }

    static List<CaseEvent> starts(Starting start, MutualEvent event) {
        return switch (event) {
            case MutualEvent.UnitRated e -> List.of();
            case MutualEvent.WhistleRated e -> List.of();
        };
    }

    /** The windows that open when work was verified: one per finished dispatch that nobody rated yet. */
    static List<CaseEvent> windows(Starting start) {
        CaseFacts facts = start.facts();
        return facts.dispatches().values().stream()
                .filter(dispatch -> dispatch.state() == DispatchFacts.State.REPLIED && !dispatch.own())
                .map(DispatchFacts::number)
                .filter(number -> facts.mutual().none(number))
                .filter(number ->
                        facts.clocks().stream().noneMatch(ClockFacts.running(number, ClockKind.RATING_WINDOW)))
                .flatMap(number -> start.ofADispatch(number, ClockKind.RATING_WINDOW).stream())
                .toList();
    }
}
