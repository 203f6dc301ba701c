package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.shaodao.clocks.ClockKind;

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
                facts.withLink(link.joinedBy(
                        e.duplicate(), new LinkFacts.Joined(e.number(), e.complainants(), e.raisedAt(), e.promised())));
            case LinkEvent.MergeUndone e -> asBefore(facts);
            case LinkEvent.DuplicateReleased e -> released(facts, e, recordedAt);
            case LinkEvent.SplitFrom e ->
                facts.withLink(link.withSplitFrom(new LinkFacts.Other(e.original(), e.number())));
            case LinkEvent.SplitOff e -> facts.withLink(link.withPart(new LinkFacts.Other(e.part(), e.number())));
            case LinkEvent.Linked e ->
                facts.withLink(link.linkedWith(
                        new LinkFacts.Linked(new LinkFacts.Other(e.other(), e.number()), e.relation())));
            case LinkEvent.Joined e -> facts.withLink(link.withNeighbour(e.complainant()));
            case LinkEvent.DuplicateNoted e -> over(facts, CasePhase.CLOSED, recordedAt);
            case LinkEvent.TransferredOutside e -> over(facts, CasePhase.CLOSED, recordedAt);
        };
    }

    static List<CaseEvent> starts(Starting start, LinkEvent event) {
        return switch (event) {
            case LinkEvent.MergeConsentedTo e -> List.of();
            case LinkEvent.MergedInto e -> List.of();
            case LinkEvent.DuplicateJoined e ->
                Stream.of(new Revising(start).promisedEarlier(), start.outsideOfADuplicate())
                        .flatMap(List::stream)
                        .toList();
            case LinkEvent.MergeUndone e -> new Revising(start).calendarPublished();
            case LinkEvent.DuplicateReleased e -> List.of();
            case LinkEvent.SplitFrom e -> List.of();
            case LinkEvent.SplitOff e -> List.of();
            case LinkEvent.Linked e -> List.of();
            case LinkEvent.Joined e -> List.of();
            case LinkEvent.DuplicateNoted e -> List.of();
            case LinkEvent.TransferredOutside e -> List.of();
        };
    }

    /** Nobody here has anything more to do: open dispatches end and clocks lapse, but a promise is kept all the same. */
    private static CaseFacts over(CaseFacts facts, CasePhase phase, Instant recordedAt) {
        return facts.withPhase(phase).workEnded().lapsed(clock -> clock.kind() != ClockKind.COMMITMENT, recordedAt);
    }

    /** What another system wants of the duplicate alone it wants of the survivor no more. */
    private static CaseFacts released(CaseFacts facts, LinkEvent.DuplicateReleased e, Instant recordedAt) {
        CaseFacts alone = facts.withLink(facts.link().without(e.duplicate()));
        OutsideNumber own = facts.demand().outside();
        boolean wanted = own != null && own.dueAt() != null
                || alone.link().joined().values().stream()
                        .flatMap(joined -> joined.promised().stream())
                        .anyMatch(promised -> promised.clock() == ClockKind.OUTSIDE);
        return wanted ? alone : alone.lapsed(ClockFacts.running(null, ClockKind.OUTSIDE), recordedAt);
    }

    /** Where it was when it joined; what was promised went on meanwhile. */
    private static CaseFacts asBefore(CaseFacts facts) {
        LinkFacts.Merged merged = facts.link().merged();
        if (merged == null) {
            return facts;
        }
        Stream<ClockFacts> before = merged.clocks().stream().filter(clock -> clock.kind() != ClockKind.COMMITMENT);
        Stream<ClockFacts> promises = facts.clocks().stream().filter(clock -> clock.kind() == ClockKind.COMMITMENT);
        return facts.withPhase(merged.phase())
                .withDispatches(merged.dispatches())
                .withClocks(Stream.concat(before, promises).toList())
                .withLink(facts.link().withMerged(null));
    }
}
