package org.shaodao.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.CommitmentFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.SupervisionFacts.Taken;
import org.shaodao.documents.PolicyPack.Measure;

/**
 * One thing listed.
 *
 * @param number the commitment's or the order's within the case, from 1; of a stop the moment it began, in epoch milliseconds
 * @param street null where the district runs the case
 * @param owner the unit that answers for it
 * @param dueAt the last instant in time; null = no clock says so
 */
record BoardItem(
        Listing listing,
        Long number,
        @Nullable String street,
        String owner,
        @Nullable Instant dueAt,
        BoardState state) {
    record Key(Listing listing, Long number) {}

    Key key() {
        return new Key(listing, number);
    }

    /** A stop that is over. */
    BoardItem struckOff() {
        return new BoardItem(listing, number, street, owner, dueAt, BoardState.STRUCK_OFF);
    }

    /** What a case has on the board, as far as it is known of it. */
    static Map<Key, BoardItem> of(@Nullable CaseFacts facts) {
        Map<Key, BoardItem> items = new LinkedHashMap<>();
        if (facts != null) {
            List<BoardItem> all = new ArrayList<>();
            Instant parked = facts.parking().since();
            if (parked != null) {
                ClockFacts review = clock(facts, Listing.PARKED, null, null);
                all.add(item(facts, Listing.PARKED, parked.toEpochMilli(), lead(facts), review, running(review)));
            }
            orders(facts, all);
            facts.commitments().values().forEach(promise -> all.add(promised(facts, promise)));
            all.forEach(item -> items.put(item.key(), item));
        }
        return items;
    }

    private static BoardItem promised(CaseFacts facts, CommitmentFacts promise) {
        ClockFacts clock = clock(facts, Listing.COMMITMENT, null, promise.number());
        BoardState state = switch (promise.state()) {
            case OPEN -> running(clock);
            case KEPT -> BoardState.STRUCK_OFF;
            case BROKEN -> BoardState.FAILED;
        };
        return item(facts, Listing.COMMITMENT, promise.number().longValue(), promise.unit(), clock, state);
    }

    /** An order is struck off by the report; without one it fails when the case ends, or its unit need not act any more. */
    private static void orders(CaseFacts facts, List<BoardItem> all) {
        long number = 0;
        for (Taken taken : facts.supervision().measures()) {
            if (taken.measure() == Measure.SUPERVISE) {
                number++;
                DispatchFacts dispatch =
                        taken.dispatch() == null ? null : facts.dispatches().get(taken.dispatch());
                ClockFacts clock = clock(facts, Listing.SUPERVISION, taken.dispatch(), null);
                boolean over =
                        facts.phase().workDone() || dispatch != null && dispatch.state() == DispatchFacts.State.ENDED;
                BoardState state = taken.answered() ? BoardState.STRUCK_OFF : over ? BoardState.FAILED : running(clock);
                String owner = dispatch == null ? facts.demand().street() : dispatch.unit();
                all.add(item(facts, Listing.SUPERVISION, number, owner, clock, state));
            }
        }
    }

    private static BoardItem item(
            CaseFacts facts, Listing listing, Long number, String owner, @Nullable ClockFacts clock, BoardState state) {
        return new BoardItem(
                listing,
                number,
                facts.intake().recused() ? null : facts.demand().street(),
                owner,
                clock == null ? null : clock.dueAt(),
                state);
    }

    private static BoardState running(@Nullable ClockFacts clock) {
        return clock != null && clock.missed() ? BoardState.OVERDUE : BoardState.OPEN;
    }

    /** Whoever leads a parked case answers for it; before anybody does, the street. */
    private static String lead(CaseFacts facts) {
        Integer responsible = facts.responsible();
        DispatchFacts lead = responsible == null ? null : facts.dispatches().get(responsible);
        return lead == null ? facts.demand().street() : lead.unit();
    }

    /** The last clock of this kind, of one commitment where one is named. */
    private static @Nullable ClockFacts clock(
            CaseFacts facts, Listing listing, @Nullable Integer dispatch, @Nullable Integer round) {
        return facts.clocks().stream()
                .filter(clock -> clock.is(dispatch, listing.clock()) && (round == null || round.equals(clock.round())))
                .reduce((before, last) -> last)
                .orElse(null);
    }
}
