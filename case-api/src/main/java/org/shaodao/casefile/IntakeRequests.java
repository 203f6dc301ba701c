package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.ATTACHMENTS;
import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.TICKET;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Stage;
import org.shaodao.demand.Urgency;
import org.shaodao.problem.OneLine;

/** 受理. What is done with the demand itself, as it is asked for over HTTP: in plain words. */
public final class IntakeRequests {
    private IntakeRequests() {}

    /**
     * A demand.
     *
     * @param urgency left out = normal
     * @param street the street office that runs the case; a street's own callers leave it out
     * @param subject one line for lists, without anything that tells who the person is
     * @param onBehalfOf who speaks for the resident; left out = the resident in person
     * @param about code of the unit it is about; one about the street or its community is run by the district
     * @param confidential whether the complainant is contacted only through the street or the district; left out = for
     *     a tip-off
     * @param attachments tickets of files uploaded before; left out = none
     * @param occurredAt when the resident said it; left out = now
     */
    public record Raise(
            @NotNull DemandKind kind,
            @Nullable Urgency urgency,
            @NotNull Channel channel,
            @NotNull @Pattern(regexp = CODE) String category,
            @NotNull @Pattern(regexp = CODE) String place,

            @NotBlank @Size(max = 100) @OneLine String subject,

            @NotBlank @Size(max = WORDS) String narrative,
            @Nullable @Pattern(regexp = CODE) String street,
            @Nullable @Size(max = 100) String name,
            @Nullable @Pattern(regexp = "[+0-9() -]{5,25}") String phone,
            @Nullable @Size(max = 300) String address,
            @Nullable OnBehalfOf onBehalfOf,
            @Nullable @Pattern(regexp = CODE) String about,
            @Nullable Boolean confidential,
            @Nullable @Valid Outside outside,
            @Nullable @Size(max = ATTACHMENTS) List<@NotNull @Pattern(regexp = TICKET) String> attachments,
            @Nullable Instant occurredAt) {}

    /**
     * The number the matter has in another system.
     *
     * @param dueAt 上级时限, until when that system wants it ended; left out = it does not say
     */
    public record Outside(
            @NotNull @Pattern(regexp = CODE) String source,
            @NotNull @Pattern(regexp = CODE) String number,
            @Nullable Instant dueAt) {}

    /** Why a demand is not accepted, and the lawful way instead. */
    public record NotAccept(
            @NotNull LegalRoute route,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.NotAccept(step.caseId(), step.by(), step.at(), route, step.seal("reason", reason));
        }
    }

    /** What the demand is, where it was recorded otherwise; parts left out stay. */
    public record Correct(
            @Nullable DemandKind kind,
            @Nullable Urgency urgency,
            @Nullable @Pattern(regexp = CODE) String category,
            @Nullable @Pattern(regexp = CODE) String place,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Correct(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    kind,
                    urgency,
                    step.category("category", category),
                    step.place("place", place),
                    step.seal("reason", reason));
        }
    }

    /** That the resident takes the demand back, and how we know. */
    public record Withdraw(
            @NotNull WithdrawalWay how,
            @Nullable @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public boolean goesOnWithTheSurvivor() {
            return false;
        }

        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Withdraw(
                    step.caseId(), step.by(), step.at(), how, step.sealOrNull("reason", reason));
        }
    }

    /**
     * What is added to the demand.
     *
     * @param attachments tickets of files uploaded before; left out = none
     */
    public record Supplement(
            @NotBlank @Size(max = WORDS) String words,
            @Nullable @Size(max = ATTACHMENTS) List<@NotNull @Pattern(regexp = TICKET) String> attachments,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Supplement(
                    step.caseId(), step.by(), step.at(), step.seal("words", words), step.attachments(attachments));
        }
    }

    /** That the resident urges the matter on. */
    public record Chase(
            @Nullable @Size(max = WORDS) String words,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Chase(step.caseId(), step.by(), step.at(), step.sealOrNull("words", words));
        }
    }

    /** An answer without anybody being called. */
    public record AnswerAtOnce(
            @NotBlank @Size(max = WORDS) String text,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.AnswerAtOnce(step.caseId(), step.by(), step.at(), step.seal("text", text));
        }
    }

    /** To which emergency service the matter was passed, and who took it there. */
    public record HandToEmergency(
            @NotNull EmergencyService service,
            @NotBlank @Size(max = 100) String takenBy,
            @Nullable @Size(max = WORDS) String words,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.HandToEmergency(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    service,
                    step.seal("takenBy", takenBy),
                    step.sealOrNull("words", words));
        }
    }

    /** What was deliberated in the grid, by how many. */
    public record Deliberate(
            @NotBlank @Size(max = WORDS) String minutes,
            @NotNull @Min(1) @Max(100_000) Integer participants,
            @NotNull GridOutcome deliberated,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Deliberate(
                    step.caseId(), step.by(), step.at(), step.seal("minutes", minutes), participants, deliberated);
        }
    }

    /** What a meeting decided, of how many. */
    public record DecideAtMeeting(
            @NotBlank @Size(max = WORDS) String minutes,
            @NotNull @Min(1) @Max(100_000) Integer participants,
            @NotNull MeetingOutcome decided,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.DecideAtMeeting(
                    step.caseId(), step.by(), step.at(), step.seal("minutes", minutes), participants, decided);
        }
    }

    /** Which stage is left out, and why. */
    public record SkipStage(
            @NotNull Stage stage,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.SkipStage(step.caseId(), step.by(), step.at(), stage, step.seal("reason", reason));
        }
    }

    /** Why the street does not run the case. */
    public record Recuse(
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Recuse(step.caseId(), step.by(), step.at(), step.seal("reason", reason));
        }
    }

    /** The street that runs the case from now on, and why. */
    public record Transfer(
            @NotNull @Pattern(regexp = CODE) String street,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.Transfer(
                    step.caseId(), step.by(), step.at(), step.unit("street", street), step.seal("reason", reason));
        }
    }

    /** A question to a unit that the demand concerns. */
    public record PutQuestion(
            @NotNull @Pattern(regexp = CODE) String unit,
            @NotBlank @Size(max = WORDS) String asked,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.PutQuestion(
                    step.caseId(), step.by(), step.at(), step.unit("unit", unit), step.seal("asked", asked));
        }
    }

    /** The answer to a question that was put to one's own unit. */
    public record AnswerQuestion(
            @NotNull Integer question,
            @NotBlank @Size(max = WORDS) String answer,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.AnswerQuestion(
                    step.caseId(), step.by(), step.at(), question, step.seal("answer", answer));
        }
    }

    /** What the outside system was told. */
    public record ReturnResult(
            @NotBlank @Size(max = WORDS) String returned,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new IntakeCommand.ReturnResult(step.caseId(), step.by(), step.at(), step.seal("returned", returned));
        }
    }
}
