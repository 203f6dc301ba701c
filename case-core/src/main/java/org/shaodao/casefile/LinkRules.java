package org.shaodao.casefile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** The rules about other cases, by name. */
final class LinkRules {
    /** What is promised to the resident, by the case itself or by its lead. */
    private static final Set<ClockKind> HELD =
            EnumSet.of(ClockKind.FIRST_CONTACT, ClockKind.HANDLING, ClockKind.OUTSIDE, ClockKind.WHOLE_CASE);

    private LinkRules() {}

    /**
     * A street merges its own cases, and one of its own with another street's that consented before; the district any.
     *
     * @param other the other case of the two
     * @param street that runs the other case
     */
    static void mayMerge(CaseFacts facts, CaseCommand c, UUID other, String street) {
        boolean consented = c.by().role() == Role.STREET
                && c.by().actsFor(street)
                && facts.link().consents().contains(other);
        if (!consented) {
            Rules.oneOfTheseDecides(facts, c, Role.STREET, Role.DISTRICT);
        }
        anotherCase(c, other);
    }

    /** Rules 7 and 10: nobody reads in the survivor what the duplicate keeps from them. */
    static void protectedAlike(CaseFacts duplicate, CaseFacts survivor) {
        Demand from = duplicate.demand();
        Demand to = survivor.demand();
        boolean open = from.confidential() && !to.confidential();
        boolean elsewhere =
                !duplicate.intake().recused().equals(survivor.intake().recused());
        boolean concerned = from.about() != null && !from.about().equals(to.about());
        if (open || elsewhere || concerned) {
            throw new Refused(new CaseRefusal.LessProtected(to.number()));
        }
    }

    static void anotherCase(CaseCommand c, UUID other) {
        if (c.caseId().equals(other)) {
            throw new Refused(new CaseRefusal.SameCase());
        }
    }

    /** A case that ended goes on for nobody; a merged one least of all, so that no circle comes about. */
    static void goesOn(CaseFacts facts) {
        switch (facts.phase()) {
            case RAISED, HANDLING, VERIFIED -> {}
            case NOT_ACCEPTED, WITHDRAWN, CLOSED, MERGED ->
                throw new Refused(new CaseRefusal.SurvivorEnded(
                        facts.demand().number(), facts.phase().code()));
        }
    }

    static LinkFacts.Merged mergedInto(CaseFacts facts, UUID survivor) {
        LinkFacts.Merged merged = facts.link().merged();
        if (merged == null || !merged.survivor().caseId().equals(survivor)) {
            throw new Refused(new CaseRefusal.NotMergedWith());
        }
        return merged;
    }

    static LinkFacts.Joined joinedBy(CaseFacts facts, UUID duplicate) {
        LinkFacts.Joined joined = facts.link().joined().get(duplicate);
        if (joined == null) {
            throw new Refused(new CaseRefusal.NotMergedWith());
        }
        return joined;
    }

    static void notLinkedYet(CaseFacts facts, LinkCommand.LinkTo c) {
        if (facts.link().linked().stream()
                .anyMatch(linked -> linked.other().caseId().equals(c.other()))) {
            throw new Refused(new CaseRefusal.AlreadyLinked(c.number()));
        }
    }

    /** What its residents may still expect of a case: its own running clocks, those of its lead, and what joined brought. */
    static List<RunningDue> expected(CaseFacts facts) {
        Stream<RunningDue> own = facts.clocks().stream()
                .filter(held(facts))
                .filter(ClockFacts::counts)
                .map(clock -> new RunningDue(clock.kind(), clock.dueAt()));
        Stream<RunningDue> joined =
                facts.link().joined().values().stream().flatMap(duplicate -> duplicate.promised().stream());
        return Stream.concat(own, joined).distinct().toList();
    }

    /** Nobody is a complainant of one case twice. */
    static void somebodyElse(CaseFacts facts, LinkCommand.Join c) {
        if (c.complainant().equals(facts.demand().complainant())
                || facts.coComplainants().contains(c.complainant())) {
            throw new Refused(new CaseRefusal.JoinedAlready());
        }
    }

    /** A case ends here, handled elsewhere, when nobody here is at work on it any more; a file only tells how it was. */
    static void mayEndElsewhere(CaseFacts facts, CaseCommand c, @Nullable Rulebook rules) {
        ClosingRules.nothingIsOpen(facts);
        if (rules == null) {
            return;
        }
        List<Integer> open = facts.atWork().map(DispatchFacts::number).toList();
        if (!open.isEmpty()) {
            throw new Refused(new CaseRefusal.DispatchOpen(open));
        }
        Rules.notTheirOwnAct(facts, c);
    }

    /** Whether a clock is one of those that the earliest promise to any of the residents moves. */
    static boolean held(ClockKind kind, @Nullable DispatchFacts of) {
        return HELD.contains(kind) && (of == null || of.open() && of.lead());
    }

    static Predicate<ClockFacts> held(CaseFacts facts) {
        return clock -> clock.runs()
                && !clock.missed()
                && held(
                        clock.kind(),
                        clock.dispatch() == null ? null : facts.dispatches().get(clock.dispatch()));
    }
}
