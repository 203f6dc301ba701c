package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.InForce;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 群众评事. The rules of the resident's word by name. */
final class RatingRules {
    private RatingRules() {}

    /** Everybody who joined answers for themselves; nobody else is asked. */
    static void aComplainant(CaseFacts facts, RatingCommand.FollowUp c) {
        UUID complainant = c.complainant();
        if (complainant != null && !facts.coComplainants().contains(complainant)) {
            throw new Refused(new CaseRefusal.NotAComplainant(complainant));
        }
    }

    /** Silence is never an answer, an answer never comes without a conversation, and residents do not call themselves. */
    static void answersFitResult(RatingCommand.FollowUp c) {
        boolean answers = c.contacted() != null || c.solved() != null || c.satisfied() != null;
        boolean reached = c.result() == CallResult.REACHED;
        if (answers != reached || c.by().role() == Role.RESIDENT && !reached) {
            throw new Refused(new CaseRefusal.AnswersMismatch(c.result().name()));
        }
    }

    /** 未接通. Whether so many calls that nobody answered count as not reached. */
    static boolean triedEnough(List<Instant> attempts, InForce inForce) {
        WorkingCalendar calendar = inForce.calendar().content();
        return inForce.pack()
                .content()
                .followUps()
                .enough(attempts.stream().map(calendar::wall).toList());
    }

    /** 重办研判. What follows from "not solved" is decided once. */
    static void somethingPending(CaseFacts facts) {
        if (!facts.rating().undecided()) {
            throw new Refused(new CaseRefusal.NoDecisionPending());
        }
    }

    /** Nothing ends while it is open what follows from "not solved". */
    static void nothingPending(CaseFacts facts) {
        if (facts.rating().undecided()) {
            throw new Refused(new CaseRefusal.DecisionPending());
        }
    }

    /** The ground of a proposed exclusion; null where something else was decided. */
    static @Nullable String groundIfProposed(RatingCommand.DecideOnUnsolved c) {
        if ((c.redo() == RedoDecision.PROPOSE_EXCLUSION) != (c.ground() != null)) {
            throw new Refused(new CaseRefusal.GroundMismatch(c.redo().name()));
        }
        return c.ground();
    }

    /** The lead whose answer the resident was not content with; null = it was answered at once, and begins anew. */
    static @Nullable DispatchFacts leadToRework(CaseFacts facts) {
        DispatchFacts lead = facts.lastLead();
        if (lead != null) {
            Rules.mayGoBack(facts, lead);
        }
        return lead;
    }
}
