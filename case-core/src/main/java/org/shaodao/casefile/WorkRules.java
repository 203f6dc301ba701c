package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 办理. The rules of a unit's work by name. */
final class WorkRules {
    private WorkRules() {}

    /** Rule 9: recorded later than the pack's grace after it happened. What another system tells of never is. */
    static boolean late(Instant occurredAt, @Nullable Rulebook rules) {
        if (rules == null) {
            return false;
        }
        InForce inForce = rules.inForce();
        return rules.now()
                .isAfter(Reckoning.due(
                                occurredAt,
                                inForce.pack().content().lateEntryGrace(),
                                DayEnd.SAME_TIME,
                                inForce.calendar().content())
                        .at());
    }

    /** Rule 7: the unit itself, but where the matter is confidential only whoever runs the case, or the district. */
    static DispatchFacts whoMayContact(CaseFacts facts, WorkCommand.Contact c) {
        if (!facts.demand().confidential()) {
            return Rules.theUnitActs(facts, c, c.dispatch());
        }
        Rules.mayBeKnown(facts, c);
        if (!facts.runBy(c.by()) && c.by().role() != Role.DISTRICT) {
            Rules.theUnitActs(facts, c, c.dispatch());
            throw new Refused(new CaseRefusal.ContactThroughTheStreet());
        }
        Rules.notBeforeTheCase(facts, c);
        return Rules.theDispatch(facts, c.dispatch());
    }

    /** Whether with one more attempt in vain a resident counts as not to be reached. */
    static boolean seriesFull(WorkCommand.Contact c, List<Instant> before, boolean late, @Nullable Rulebook rules) {
        if (rules == null || c.contactResult() == ContactResult.REACHED) {
            return false;
        }
        WorkingCalendar calendar = rules.inForce().calendar().content();
        List<LocalDateTime> attempts = Stream.concat(before.stream(), Stream.of(late ? rules.now() : c.occurredAt()))
                .map(calendar::wall)
                .toList();
        return rules.inForce().pack().content().followUps().enough(attempts);
    }

    /** An outcome belongs to a final reply and to no other. */
    static void outcomeFitsKind(WorkCommand.Reply c) {
        if ((c.kind() == ReplyKind.FINAL) != (c.outcome() != null)) {
            throw new Refused(new CaseRefusal.OutcomeMismatch(c.kind().name()));
        }
    }

    /** 列入计划. What is planned is promised, and a promise says what by which day. */
    static void promisedWhole(WorkCommand.Reply c) {
        boolean half = (c.what() == null) != (c.promisedBy() == null);
        if (half || c.outcome() == Outcome.PLANNED && c.what() == null) {
            throw new Refused(new CaseRefusal.NothingPromised());
        }
    }

    /** A final reply brings the evidence that the policy pack demands for it, as a file where the pack says so. */
    static void evidenceIsThere(CaseFacts facts, WorkCommand.Reply c, @Nullable Rulebook rules) {
        if (rules == null || c.outcome() == null) {
            return;
        }
        PolicyPack pack = rules.inForce().pack().content();
        String category = facts.demand().category();
        List<Evidence> brought = Shown.by(c.evidence(), c.attachments());
        Set<Evidence> attached = Shown.by(c.attachments());
        List<Evidence> missing = pack.evidenceFor(category, c.outcome()).stream()
                .filter(needed -> !brought.contains(needed)
                        || pack.attachedFor(category, c.outcome()).contains(needed) && !attached.contains(needed))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(new CaseRefusal.EvidenceMissing(missing));
        }
    }

    /** A unit that was silent is deemed to accept, and may still say that it has seen its dispatch. */
    static void notSeenYet(DispatchFacts dispatch) {
        boolean silent = dispatch.state() == DispatchFacts.State.ACCEPTED
                && dispatch.people().isEmpty();
        if (!silent) {
            Rules.notYet(dispatch, DispatchFacts.State.ACKNOWLEDGED);
        }
    }

    static void notThere(DispatchFacts dispatch) {
        if (dispatch.presence().there()) {
            throw new Refused(new CaseRefusal.AlreadyThere(dispatch.number()));
        }
    }

    static void there(DispatchFacts dispatch) {
        if (!dispatch.presence().there()) {
            throw new Refused(new CaseRefusal.NotThere(dispatch.number()));
        }
    }

    /** 事不完人不撤. A whistled unit leaves when it is done or the street lets it go. */
    static boolean mayLeave(DispatchFacts dispatch) {
        return dispatch.whistle() == null || !dispatch.open() || dispatch.released();
    }

    /** Who confirms a contact for the resident says where the resident's word is recorded. */
    static void theCallIsNamed(WorkCommand.ConfirmLateEntry c) {
        if (c.entry() == LateEntry.CONTACT && c.by().role() != Role.RESIDENT && c.findings() == null) {
            throw new Refused(new CaseRefusal.CallNotNamed());
        }
    }

    static WorkFacts.Pending theLateEntry(DispatchFacts dispatch, LateEntry entry) {
        WorkFacts.Pending pending = dispatch.work().lateEntries().get(entry);
        if (pending == null) {
            throw new Refused(new CaseRefusal.NothingLate(dispatch.number()));
        }
        return pending;
    }

    static void notAskedBefore(DispatchFacts dispatch) {
        if (dispatch.work().asked()) {
            throw new Refused(new CaseRefusal.AskedBefore(dispatch.number()));
        }
    }

    static void askedAndNotAnswered(DispatchFacts dispatch) {
        if (!dispatch.work().asked() || dispatch.work().answered()) {
            throw new Refused(new CaseRefusal.NothingAsked(dispatch.number()));
        }
    }
}
