package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;

/**
 * The phases of a case, each with what may be done in it. A step that a phase does not know is a method that is not
 * there; a step that it knows answers with the events it makes or throws {@link Refused}. The steps of each family stand
 * in a file of their own.
 */
sealed interface CaseState {

    /**
     * The events that a command makes of a case in this phase, with the clocks they start, and before them the deadlines
     * that had passed unnoticed and that they end, and after them those that turn out to have been kept.
     *
     * @param rules by what the decision goes; null = what another system tells of: our documents do not bind it, and it
     *     starts and misses none of our clocks, only that of the other system
     */
    default List<CaseEvent> decide(CaseCommand command, @Nullable Rulebook rules) {
        return rules == null ? decideBy(command, null) : decideBy(command, rules.of(street(command)));
    }

    /** Whose calendar counts. */
    private String street(CaseCommand command) {
        if (this instanceof Known known) {
            return known.facts().demand().street();
        }
        if (command instanceof LinkCommand.RaisePart part) {
            return part.raise().street();
        }
        return command instanceof IntakeCommand.Raise raise ? raise.street() : "";
    }

    private List<CaseEvent> decideBy(CaseCommand command, @Nullable Rulebook rules) {
        Instant now = rules == null ? command.occurredAt() : rules.now();
        List<CaseEvent> withClocks = new ArrayList<>();
        CaseState after = this;
        for (CaseEvent event : step(command, rules)) {
            after = after.after(event, now);
            withClocks.add(event);
            if (rules != null && after instanceof Known known) {
                for (CaseEvent clocks : CaseClocks.startedBy(known.facts(), event, rules)) {
                    after = after.after(clocks, now);
                    withClocks.add(clocks);
                }
            }
        }
        boolean tellsItself = command instanceof ClockCommand.NoteMissedDeadline;
        if (!tellsItself && this instanceof Known known && after instanceof Known then) {
            withClocks.addAll(0, CaseClocks.missedBy(known.facts(), then.facts(), now, rules == null));
            if (rules != null) {
                withClocks.addAll(CaseClocks.correctedBy(then.facts(), command));
            }
        }
        return withClocks;
    }

    private List<CaseEvent> step(CaseCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case IntakeCommand c -> IntakeSteps.decide(this, c, rules);
            case CallingCommand c -> CallingSteps.decide(this, c, rules);
            case WorkCommand c -> WorkSteps.decide(this, c, rules);
            case DisputeCommand c -> DisputeSteps.decide(this, c, rules);
            case ClosingCommand c -> ClosingSteps.decide(this, c, rules);
            case RatingCommand c -> RatingSteps.decide(this, c, rules);
            case MutualCommand c -> MutualSteps.decide(this, c, rules);
            case CommitmentCommand c -> CommitmentSteps.decide(this, c, rules);
            case AppraisalCommand c -> AppraisalSteps.decide(this, c, rules);
            case SupervisionCommand c -> SupervisionSteps.decide(this, c, rules);
            case ClockCommand c -> ClockSteps.decide(this, c, rules);
            case ExtensionCommand c -> ExtensionSteps.decide(this, c, rules);
            case ParkingCommand c -> ParkingSteps.decide(this, c, rules);
            case LinkCommand c -> LinkSteps.decide(this, c, rules);
            case IdentityCommand c -> IdentitySteps.decide(this, c, rules);
        };
    }

    /** The phase after one more event; never throws, whatever the event says. */
    default CaseState after(CaseEvent event, Instant recordedAt) {
        CaseFacts next = CaseFacts.after(this instanceof Known known ? known.facts() : null, event, recordedAt);
        return next == null ? this : of(next);
    }

    /** The phase in which a case with these facts is. */
    static CaseState of(CaseFacts facts) {
        return switch (facts.phase()) {
            case RAISED -> new Raised(facts);
            case NOT_ACCEPTED -> new NotAccepted(facts);
            case WITHDRAWN -> new Withdrawn(facts);
            case HANDLING -> new Handling(facts);
            case VERIFIED -> new Verified(facts);
            case CLOSED -> new Closed(facts);
            case MERGED -> new Merged(facts);
        };
    }

    /** The name of this phase in refusals and documents. */
    default String phase() {
        return Refusal.kebab(getClass());
    }

    /**
     * This phase as one that knows the step.
     *
     * @throws Refused with {@link CaseRefusal.WrongPhase} where it does not
     */
    default <S> S in(Class<S> phase, CaseCommand c) {
        if (phase.isInstance(this)) {
            return phase.cast(this);
        }
        throw new Refused(
                this instanceof Unborn
                                || this instanceof Known known && !known.facts().knownTo(c.by())
                        ? new CaseRefusal.UnknownCase()
                        : new CaseRefusal.WrongPhase(c.step(), phase()));
    }

    /** Nothing happened yet. */
    record Unborn() implements CaseState, IntakeSteps.Opening {}

    /** A phase of a case that was raised. */
    sealed interface Known
            extends CaseState, ClockSteps.Watched, IntakeSteps.Recusing, LinkSteps.Joined, IdentitySteps.Protected {
        @Override
        CaseFacts facts();
    }

    /** Raised; nobody was called yet. */
    record Raised(CaseFacts facts)
            implements Known,
                    IntakeSteps.Receiving,
                    IntakeSteps.Preparing,
                    IntakeSteps.Living,
                    CallingSteps.Calling,
                    ClosingSteps.Ending,
                    SupervisionSteps.Supervised,
                    LinkSteps.Living {}

    /** Not ours; the resident was told the lawful way. */
    record NotAccepted(CaseFacts facts) implements Known, IntakeSteps.Returning {}

    /** Taken back by the resident. */
    record Withdrawn(CaseFacts facts) implements Known, IntakeSteps.Returning {}

    /** Units are at work, or the street looks at what they did. */
    record Handling(CaseFacts facts)
            implements Known,
                    IntakeSteps.Preparing,
                    IntakeSteps.Living,
                    CallingSteps.Calling,
                    WorkSteps.Working,
                    WorkSteps.Reporting,
                    ExtensionSteps.Extending,
                    ParkingSteps.Parking,
                    DisputeSteps.Disputing,
                    ClosingSteps.Verifying,
                    ClosingSteps.SendingBack,
                    CommitmentSteps.Promising,
                    AppraisalSteps.Appraising,
                    SupervisionSteps.Supervised,
                    LinkSteps.Living {}

    /** The street found the work done; the resident may be asked. */
    record Verified(CaseFacts facts)
            implements Known,
                    WorkSteps.Reporting,
                    IntakeSteps.Living,
                    IntakeSteps.Returning,
                    ClosingSteps.SendingBack,
                    ClosingSteps.Objecting,
                    ClosingSteps.Ending,
                    RatingSteps.Asking,
                    MutualSteps.Rating,
                    CommitmentSteps.Promising,
                    AppraisalSteps.Appraising,
                    SupervisionSteps.Supervised,
                    LinkSteps.Living {}

    /** Ended, until somebody has reason to open it again. */
    record Closed(CaseFacts facts)
            implements Known,
                    WorkSteps.Reporting,
                    IntakeSteps.Returning,
                    ClosingSteps.Reopening,
                    RatingSteps.Asking,
                    MutualSteps.Rating,
                    CommitmentSteps.Promising,
                    AppraisalSteps.Appraising {}

    /** Joined another case, which goes on for both. */
    record Merged(CaseFacts facts)
            implements Known, IntakeSteps.Returning, CommitmentSteps.Promising, LinkSteps.Merged {}
}
