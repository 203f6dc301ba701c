package org.shaodao.inbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.PolicyPack.Measure;

/**
 * One dispatch as its unit's inbox shows it.
 *
 * @param clock the first of its running clocks to be due, or the other system's where that is stricter, with its due
 *     instant; null = none runs
 * @param working whether only working time counts until then
 * @param missed whether that clock is known to be missed
 */
record Item(
        UUID caseId,
        int dispatch,
        String unit,
        DispatchRole role,
        @Nullable Integer whistle,
        InboxTab tab,
        DispatchFacts.State state,
        boolean responsible,
        DisputeFacts.@Nullable State dispute,
        @Nullable String section,
        int round,
        @Nullable String handler,
        Instant dispatchedAt,
        @Nullable ClockKind clock,
        @Nullable Instant dueAt,
        boolean working,
        boolean missed,
        int reminders,
        int supervisions,
        int chases) {
    /** The items of a case by their dispatch. */
    static Map<Integer, Item> of(UUID caseId, @Nullable CaseFacts facts) {
        Map<Integer, Item> items = new TreeMap<>();
        if (facts != null) {
            facts.dispatches().forEach((number, dispatch) -> items.put(number, of(caseId, facts, dispatch)));
        }
        return items;
    }

    private static Item of(UUID caseId, CaseFacts facts, DispatchFacts d) {
        ClockFacts next = facts.clocks().stream()
                .filter(clock -> clock.counts()
                        && clock.kind().ofTheUnit()
                        && (d.number().equals(clock.dispatch()) || d.open() && clock.kind() == ClockKind.OUTSIDE))
                .filter(clock -> clock.kind() != ClockKind.LADDER) // says when others press, not what the unit must do
                .min(Comparator.comparing(ClockFacts::dueAt))
                .orElse(null);
        return new Item(
                caseId,
                d.number(),
                d.unit(),
                d.role(),
                d.whistle(),
                facts.phase().workDone() ? InboxTab.DONE : tab(d),
                d.state(),
                d.number().equals(facts.responsible()),
                d.dispute().open() ? d.dispute().state() : null,
                d.work().section(),
                d.round(),
                d.handler(),
                d.dispatchedAt(),
                next == null ? null : next.kind(),
                next == null ? null : next.dueAt(),
                next != null && next.workingTime(),
                next != null && next.missed(),
                facts.supervision().count(d.number(), Measure.REMIND),
                facts.supervision().count(d.number(), Measure.SUPERVISE),
                facts.intake().chases());
    }

    private static InboxTab tab(DispatchFacts d) {
        return switch (d.state()) {
            case SENT -> InboxTab.TO_ACKNOWLEDGE; // whoever hands back has seen it
            case ACKNOWLEDGED, ACCEPTED -> d.dispute().open() ? InboxTab.DISPUTED : InboxTab.IN_HAND;
            case REPLIED, ENDED -> InboxTab.DONE;
        };
    }
}
