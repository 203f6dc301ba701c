package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.shaodao.fact.By;
import org.shaodao.fact.Refusal;

/** Everything somebody can ask of a case file. Words arrive sealed, numbers drawn, times told. */
public sealed interface CaseCommand
        permits IntakeCommand,
                CallingCommand,
                WorkCommand,
                DisputeCommand,
                ClosingCommand,
                RatingCommand,
                MutualCommand,
                CommitmentCommand,
                AppraisalCommand,
                SupervisionCommand,
                ClockCommand,
                ExtensionCommand,
                ParkingCommand,
                LinkCommand,
                IdentityCommand {
    /** The case file asked. */
    @TargetAggregateIdentifier
    UUID caseId();

    /** Who asks. */
    By by();

    /** When it was true in the world. */
    Instant occurredAt();

    /** The name of this step in refusals and documents, for example {@code blow-whistle}. */
    default String step() {
        return Refusal.kebab(getClass());
    }
}
