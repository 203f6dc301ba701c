package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.RatingCommand.DecideOnUnsolved;
import org.shaodao.casefile.RatingCommand.FollowUp;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 群众评事. What is decided about the resident's word. */
final class RatingSteps {
    private RatingSteps() {}

    static List<CaseEvent> decide(CaseState state, RatingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case FollowUp c -> state.in(Asking.class, c).followUp(c, rules);
            case DecideOnUnsolved c -> state.in(Asking.class, c).decideOnUnsolved(c, rules);
        };
    }

    /** While the resident is asked, and heard. */
    interface Asking {
        CaseFacts facts();

        default List<CaseEvent> followUp(FollowUp c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.RESIDENT);
            Rules.notTheirOwnAct(facts(), c);
            RatingRules.aComplainant(facts(), c);
            RatingRules.answersFitResult(c);
            List<CaseEvent> events = new ArrayList<>();
            events.add(new RatingEvent.FollowedUp(
                    c.by(),
                    c.occurredAt(),
                    c.complainant(),
                    RatingSource.of(c.by().role()),
                    c.result(),
                    c.contacted(),
                    c.solved(),
                    c.satisfied(),
                    c.words()));
            if (c.result() == CallResult.NOT_REACHED && rules != null) {
                RatingFacts.Voice voice = facts().rating().voice(c.complainant());
                List<Instant> attempts = voice.attempted(rules.now()).attempts();
                if (!voice.settled() && RatingRules.triedEnough(attempts, rules.inForce())) {
                    events.add(new RatingEvent.ResidentNotReached(
                            c.by(), c.occurredAt(), c.complainant(), attempts.size()));
                }
            }
            return events;
        }

        default List<CaseEvent> decideOnUnsolved(DecideOnUnsolved c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            RatingRules.somethingPending(facts());
            Rules.notTheirOwnAct(facts(), c);
            if (c.redo() != RedoDecision.REWORK) { // whoever found it done may still find that it was not
                ClosingRules.notWhoVerified(facts(), c);
            }
            String ground = RatingRules.groundIfProposed(c);
            List<CaseEvent> events = new ArrayList<>();
            events.add(new RatingEvent.UnsolvedDecided(c.by(), c.occurredAt(), c.redo(), c.reason()));
            if (ground != null) {
                events.add(AppraisalSteps.exclusionProposed(facts(), c, ground, c.reason(), rules));
            }
            if (c.redo() == RedoDecision.REWORK) {
                if (facts().phase() == CasePhase.CLOSED) {
                    events.add(new ClosingEvent.Reopened(c.by(), c.occurredAt(), c.reason()));
                }
                DispatchFacts lead = RatingRules.leadToRework(facts());
                if (lead != null) {
                    events.add(new ClosingEvent.ReworkOrdered(
                            c.by(), c.occurredAt(), lead.number(), lead.unit(), lead.round() + 1, c.reason()));
                }
            }
            return events;
        }
    }
}
