package org.shaodao.inbox;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;

/** One dispatch as its unit's inbox shows it. */
record Item(
        UUID caseId,
        int dispatch,
        String unit,
        DispatchRole role,
        @Nullable Integer whistle,
        InboxTab tab,
        int round,
        @Nullable String handler,
        Instant dispatchedAt) {
    /** The items of a case by their dispatch. */
    static Map<Integer, Item> of(UUID caseId, @Nullable CaseFacts facts) {
        Map<Integer, Item> items = new TreeMap<>();
        if (facts != null) {
            facts.dispatches().forEach((number, dispatch) -> items.put(number, of(caseId, facts, dispatch)));
        }
        return items;
    }

    private static Item of(UUID caseId, CaseFacts facts, DispatchFacts d) {
        return new Item(
                caseId,
                d.number(),
                d.unit(),
                d.role(),
                d.whistle(),
                facts.phase().workDone() ? InboxTab.DONE : tab(d.state()),
                d.round(),
                d.handler(),
                d.dispatchedAt());
    }

    private static InboxTab tab(DispatchFacts.State state) {
        return switch (state) {
            case SENT -> InboxTab.TO_ACKNOWLEDGE;
            case ACKNOWLEDGED, ACCEPTED -> InboxTab.IN_HAND;
            case REPLIED -> InboxTab.DONE;
        };
    }
}
