package org.shaodao.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CommitmentCommand.BreakCommitment;
import org.shaodao.casefile.CommitmentCommand.DeclineReopening;
import org.shaodao.casefile.CommitmentCommand.KeepCommitment;
import org.shaodao.casefile.CommitmentCommand.MakeCommitment;
import org.shaodao.casefile.CommitmentCommand.PutForwardForReopening;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 承诺. What is decided about promises. */
final class CommitmentSteps {
    private CommitmentSteps() {}

    static List<CaseEvent> decide(CaseState state, CommitmentCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case MakeCommitment c -> state.in(Promising.class, c).makeCommitment(c, rules);
            case KeepCommitment c -> state.in(Promising.class, c).keepCommitment(c);
            case BreakCommitment c -> state.in(Promising.class, c).breakCommitment(c);
            case PutForwardForReopening c -> state.in(Promising.class, c).putForwardForReopening(c);
            case DeclineReopening c -> state.in(Promising.class, c).declineReopening(c);
        };
    }

    /** From the first work on, and after the end of the case too. */
    interface Promising {
        CaseFacts facts();

        default List<CaseEvent> makeCommitment(MakeCommitment c, @Nullable Rulebook rules) {
            IntakeRules.theStreetOrOneOf(facts(), c, Role.UNIT);
            CommitmentRules.forThemselves(c.unit(), c.by());
            CommitmentRules.ofTheCase(facts(), c.unit());
            return List.of(made(facts(), c, c.unit(), c.what(), c.dueOn(), rules));
        }

        default List<CaseEvent> keepCommitment(KeepCommitment c) {
            IntakeRules.theStreetOrOneOf(facts(), c, Role.UNIT);
            CommitmentFacts kept = CommitmentRules.theCommitment(facts(), c.commitment());
            CommitmentRules.forThemselves(kept.unit(), c.by());
            CommitmentRules.stillOpen(facts(), c.commitment());
            return List.of(
                    new CommitmentEvent.CommitmentKept(c.by(), c.occurredAt(), kept.number(), kept.unit(), c.proof()));
        }

        default List<CaseEvent> breakCommitment(BreakCommitment c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            CommitmentFacts broken = CommitmentRules.stillOpen(facts(), c.commitment());
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CommitmentEvent.CommitmentBroken(
                    c.by(), c.occurredAt(), broken.number(), broken.unit(), c.reason()));
            if (!broken.putForward()) {
                events.add(reopeningPutForward(broken, c));
            }
            return events;
        }

        default List<CaseEvent> putForwardForReopening(PutForwardForReopening c) {
            Rules.oneOfTheseDecides(facts(), c, Role.SYSTEM);
            return List.of(reopeningPutForward(CommitmentRules.pastItsDay(facts(), c), c));
        }

        default List<CaseEvent> declineReopening(DeclineReopening c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            CommitmentFacts promise = CommitmentRules.putForward(facts(), c.commitment());
            CommitmentRules.notTheirOwnPromise(promise, c);
            return List.of(new CommitmentEvent.ReopeningDeclined(
                    c.by(), c.occurredAt(), promise.number(), promise.unit(), c.reason()));
        }
    }

    /** The next promise of a case, whether it is made by itself or together with a reply. */
    static CaseEvent made(
            CaseFacts facts, CaseCommand c, String unit, Sealed what, LocalDate dueOn, @Nullable Rulebook rules) {
        if (rules != null) {
            CommitmentRules.stillToCome(dueOn, rules);
        }
        return new CommitmentEvent.CommitmentMade(
                c.by(), c.occurredAt(), facts.commitments().size() + 1, unit, what, dueOn);
    }

    private static CaseEvent reopeningPutForward(CommitmentFacts promise, CaseCommand c) {
        return new CommitmentEvent.ReopeningPutForward(c.by(), c.occurredAt(), promise.number(), promise.unit());
    }
}
