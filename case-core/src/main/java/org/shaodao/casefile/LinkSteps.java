package org.shaodao.casefile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.LinkCommand.ConsentToMerge;
import org.shaodao.casefile.LinkCommand.Join;
import org.shaodao.casefile.LinkCommand.JoinDuplicate;
import org.shaodao.casefile.LinkCommand.LeaveSurvivor;
import org.shaodao.casefile.LinkCommand.LinkTo;
import org.shaodao.casefile.LinkCommand.MergeInto;
import org.shaodao.casefile.LinkCommand.NoteDuplicate;
import org.shaodao.casefile.LinkCommand.RaisePart;
import org.shaodao.casefile.LinkCommand.ReleaseDuplicate;
import org.shaodao.casefile.LinkCommand.SplitOff;
import org.shaodao.casefile.LinkCommand.TransferOutside;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 并案拆单. What is decided about cases that have to do with each other, each for itself. */
final class LinkSteps {
    private LinkSteps() {}

    static List<CaseEvent> decide(CaseState state, LinkCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case ConsentToMerge c -> state.in(Living.class, c).consentToMerge(c);
            case MergeInto c -> state.in(Living.class, c).mergeInto(c);
            case JoinDuplicate c -> state.in(Joined.class, c).joinDuplicate(c, rules);
            case LeaveSurvivor c -> state.in(Merged.class, c).leaveSurvivor(c);
            case ReleaseDuplicate c -> state.in(Joined.class, c).releaseDuplicate(c);
            case RaisePart c -> part(c, IntakeSteps.decide(state, c.raise(), rules));
            case SplitOff c -> state.in(Living.class, c).splitOff(c);
            case LinkTo c -> state.in(Joined.class, c).linkTo(c);
            case Join c -> state.in(Living.class, c).join(c);
            case NoteDuplicate c -> state.in(Living.class, c).noteDuplicate(c, rules);
            case TransferOutside c -> state.in(Living.class, c).transferOutside(c, rules);
        };
    }

    /** Until the case ended. */
    interface Living {
        CaseFacts facts();

        default List<CaseEvent> consentToMerge(ConsentToMerge c) {
            Rules.theStreetDecides(facts(), c);
            LinkRules.anotherCase(c, c.other());
            return List.of(new LinkEvent.MergeConsentedTo(c.by(), c.occurredAt(), c.other()));
        }

        default List<CaseEvent> mergeInto(MergeInto c) {
            LinkRules.mayMerge(facts(), c, c.survivor(), c.street());
            ClosingRules.nothingIsOpen(facts());
            return List.of(new LinkEvent.MergedInto(c.by(), c.occurredAt(), c.survivor(), c.number()));
        }

        default List<CaseEvent> splitOff(SplitOff c) {
            Rules.theStreetDecides(facts(), c);
            LinkRules.anotherCase(c, c.part());
            return List.of(new LinkEvent.SplitOff(c.by(), c.occurredAt(), c.part(), c.number(), c.matter()));
        }

        default List<CaseEvent> join(Join c) {
            Rules.oneOfTheseDecides(facts(), c, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
            LinkRules.somebodyElse(facts(), c);
            return List.of(
                    new LinkEvent.Joined(c.by(), c.occurredAt(), c.complainant(), c.name(), c.phone(), c.words()));
        }

        default List<CaseEvent> noteDuplicate(NoteDuplicate c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            LinkRules.mayEndElsewhere(facts(), c, rules);
            return List.of(new LinkEvent.DuplicateNoted(c.by(), c.occurredAt(), c.note()));
        }

        default List<CaseEvent> transferOutside(TransferOutside c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            LinkRules.mayEndElsewhere(facts(), c, rules);
            return List.of(new LinkEvent.TransferredOutside(c.by(), c.occurredAt(), c.note()));
        }
    }

    /** Whatever became of the case: others may name it. */
    interface Joined {
        CaseFacts facts();

        default List<CaseEvent> joinDuplicate(JoinDuplicate c, @Nullable Rulebook rules) {
            LinkRules.mayMerge(facts(), c, c.duplicate(), c.street());
            LinkRules.goesOn(facts());
            return List.of(new LinkEvent.DuplicateJoined(
                    c.by(),
                    c.occurredAt(),
                    c.duplicate(),
                    c.number(),
                    c.complainants(),
                    c.raisedAt(),
                    rules == null ? List.of() : c.running()));
        }

        default List<CaseEvent> releaseDuplicate(ReleaseDuplicate c) {
            LinkRules.mayMerge(facts(), c, c.duplicate(), c.street());
            LinkFacts.Joined joined = LinkRules.joinedBy(facts(), c.duplicate());
            LinkRules.goesOn(facts());
            return List.of(new LinkEvent.DuplicateReleased(c.by(), c.occurredAt(), c.duplicate(), joined.number()));
        }

        default List<CaseEvent> linkTo(LinkTo c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            LinkRules.anotherCase(c, c.other());
            LinkRules.notLinkedYet(facts(), c);
            return List.of(new LinkEvent.Linked(c.by(), c.occurredAt(), c.other(), c.number(), c.relation()));
        }
    }

    /** After it joined another case. */
    interface Merged {
        CaseFacts facts();

        default List<CaseEvent> leaveSurvivor(LeaveSurvivor c) {
            LinkRules.mayMerge(facts(), c, c.survivor(), c.street());
            LinkFacts.Merged merged = LinkRules.mergedInto(facts(), c.survivor());
            return List.of(new LinkEvent.MergeUndone(
                    c.by(), c.occurredAt(), c.survivor(), merged.survivor().number()));
        }
    }

    /**
     * What was said together with another matter is raised like any demand, and says where it comes from. Rule 10: a part of
     * what the district runs is the district's too.
     */
    private static List<CaseEvent> part(RaisePart c, List<CaseEvent> raised) {
        LinkRules.anotherCase(c, c.original());
        List<CaseEvent> events = new ArrayList<>(raised);
        events.add(new LinkEvent.SplitFrom(c.by(), c.occurredAt(), c.original(), c.originalNumber()));
        if (c.recused() && raised.stream().noneMatch(IntakeEvent.Recused.class::isInstance)) {
            events.add(new IntakeEvent.Recused(c.by(), c.occurredAt(), null));
        }
        return events;
    }
}
