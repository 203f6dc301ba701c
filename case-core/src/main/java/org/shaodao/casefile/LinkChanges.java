package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;

/** 并案拆单. What a case has to do with others changes. */
final class LinkChanges {
    private LinkChanges() {}

    static CaseFacts after(CaseFacts facts, LinkEvent event, Instant recordedAt) {
        LinkFacts link = facts.link();
        return switch (event) {
            case LinkEvent.MergeConsentedTo e -> facts.withLink(link.consentedTo(e.other()));
            case LinkEvent.MergedInto e ->
                over(facts, CasePhase.MERGED, recordedAt)
                        .withLink(link.withMerged(new LinkFacts.Merged(
                                new LinkFacts.Other(e.survivor(), e.number()),
                                facts.phase(),
                                facts.dispatches(),
                                facts.clocks())));
            case LinkEvent.DuplicateJoined e ->
                earlier(facts, e.earlier())
                        .withLink(link.joinedBy(
                                e.duplicate(), new LinkFacts.Joined(e.number(), e.complainants(), e.raisedAt())));
            case LinkEvent.MergeUndone e -> asBefore(facts);
            case LinkEvent.DuplicateReleased e -> facts.withLink(link.without(e.duplicate()));
            case LinkEvent.SplitFrom e ->
                facts.withLink(link.withSplitFrom(new LinkFacts.Other(e.original(), e.number())));
            case LinkEvent.SplitOff e -> facts.withLink(link.withPart(new LinkFacts.Other(e.part(), e.number())));
            case LinkEvent.Linked e ->
                facts.withLink(link.linkedWith(
                        new LinkFacts.Linked(new LinkFacts.Other(e.other(), e.number()), e.relation())));
            case LinkEvent.DuplicateNoted e -> over(facts, CasePhase.CLOSED, recordedAt);
            case LinkEvent.TransferredOutside e -> over(facts, CasePhase.CLOSED, recordedAt);
        };
    }

    static List<CaseEvent> starts(Starting start, LinkEvent event) {
        return switch (event) {
            case LinkEvent.MergeConsentedTo e -> List.of();
            case LinkEvent.MergedInto e -> List.of();
            case LinkEvent.DuplicateJoined e -> List.of();
            case LinkEvent.MergeUndone e -> new Revising(start).calendarPublished();
            case LinkEvent.DuplicateReleased e -> List.of();
            case LinkEvent.SplitFrom e -> List.of();
            case LinkEvent.SplitOff e -> List.of();
            case LinkEvent.Linked e -> List.of();
            case LinkEvent.DuplicateNoted e -> List.of();
            case LinkEvent.TransferredOutside e -> List.of();
        };
    }

    /** Nobody here has anything more to do: open dispatches end and clocks lapse. */
    private static CaseFacts over(CaseFacts facts, CasePhase phase, Instant recordedAt) {
        return facts.withPhase(phase).workEnded().lapsed(clock -> true, recordedAt);
    }

    private static CaseFacts earlier(CaseFacts facts, List<EarlierDue> dues) {
        CaseFacts earlier = facts;
        for (EarlierDue due : dues) {
            earlier = earlier.changed(
                    clock -> clock.is(due.dispatch(), due.clock(), due.round()), clock -> clock.agreed(due.dueAt()));
        }
        return earlier;
    }

    private static CaseFacts asBefore(CaseFacts facts) {
        LinkFacts.Merged merged = facts.link().merged();
        return merged == null
                ? facts
                : facts.withPhase(merged.phase())
                        .withDispatches(merged.dispatches())
                        .withClocks(merged.clocks())
                        .withLink(facts.link().withMerged(null));
    }
}
