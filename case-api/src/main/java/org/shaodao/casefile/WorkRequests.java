package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.ATTACHMENTS;
import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.PERSON;
import static org.shaodao.casefile.CaseRequests.TICKET;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.PolicyPack.Evidence;

/** 办理. The steps of a unit on its dispatch as they are asked for over HTTP. */
public final class WorkRequests {
    private WorkRequests() {}

    /** An acknowledgement. */
    public record Acknowledge(@Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Acknowledge(step.caseId(), step.by(), step.at(), step.dispatch());
        }
    }

    /** An acceptance, with the officer who will handle it. */
    public record Accept(
            @NotNull @Pattern(regexp = PERSON) String handler,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Accept(step.caseId(), step.by(), step.at(), step.dispatch(), handler);
        }
    }

    /**
     * Who within the unit handles it from now on.
     *
     * @param section the unit's own name of the section
     */
    public record AssignInside(
            @NotNull @Pattern(regexp = CODE) String section,
            @NotNull @Pattern(regexp = PERSON) String handler,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.AssignInside(step.caseId(), step.by(), step.at(), step.dispatch(), section, handler);
        }
    }

    /** That the resident was contacted, or tried in vain. */
    public record Contact(
            @NotNull ContactResult contactResult,
            @NotNull ContactMeans means,
            @Nullable @Size(max = WORDS) String words,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Contact(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.dispatch(),
                    contactResult,
                    means,
                    step.sealOrNull("words", words));
        }
    }

    /**
     * That the unit is there.
     *
     * @param evidence what shows it; left out = nothing
     * @param attachments tickets of files uploaded before that show it; left out = none
     */
    public record Arrive(
            @NotNull ReportMode reportMode,
            @Nullable @Size(max = 300) String spot,
            @Nullable @Size(max = 10) List<@NotNull Evidence> evidence,
            @Nullable @Size(max = ATTACHMENTS) List<@NotNull @Pattern(regexp = TICKET) String> attachments,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Arrive(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.dispatch(),
                    reportMode,
                    step.sealOrNull("spot", spot),
                    evidence == null ? List.of() : evidence,
                    step.attachments(attachments));
        }
    }

    /** That the unit left, and why if it has to say so. */
    public record Leave(
            @Nullable @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Leave(
                    step.caseId(), step.by(), step.at(), step.dispatch(), step.sealOrNull("reason", reason));
        }
    }

    /** That what a unit entered late happened when it says. */
    public record ConfirmLateEntry(
            @NotNull LateEntry entry,
            @Nullable @Size(max = WORDS) String findings,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public boolean goesOnWithTheSurvivor() {
            return false;
        }

        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.ConfirmLateEntry(
                    step.caseId(),
                    step.judge(),
                    step.at(),
                    step.dispatch(),
                    entry,
                    step.sealOrNull("findings", findings));
        }
    }

    /** What a unit has to know. */
    public record AskParticulars(
            @NotBlank @Size(max = WORDS) String question,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.AskParticulars(
                    step.caseId(), step.by(), step.at(), step.dispatch(), step.seal("question", question));
        }
    }

    /** What a unit wanted to know. */
    public record AnswerParticulars(
            @NotBlank @Size(max = WORDS) String answer,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.AnswerParticulars(
                    step.caseId(), step.by(), step.at(), step.dispatch(), step.seal("answer", answer));
        }
    }

    /**
     * An interim or final reply.
     *
     * @param evidence what it brings; left out = nothing
     * @param what what is promised, needed for what is planned
     * @param promisedBy the last day of the promise
     * @param attachments tickets of files uploaded before that it brings; left out = none
     */
    public record Reply(
            @NotNull ReplyKind kind,
            @Nullable Outcome outcome,
            @NotBlank @Size(max = WORDS) String text,
            @Nullable @Size(max = 10) List<@NotNull Evidence> evidence,
            @Nullable @Size(max = WORDS) String what,
            @Nullable LocalDate promisedBy,
            @Nullable @Size(max = ATTACHMENTS) List<@NotNull @Pattern(regexp = TICKET) String> attachments,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new WorkCommand.Reply(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.dispatch(),
                    kind,
                    outcome,
                    step.seal("text", text),
                    evidence == null ? List.of() : evidence,
                    step.sealOrNull("what", what),
                    promisedBy,
                    step.attachments(attachments),
                    kind == ReplyKind.FINAL ? step.copies(text) : null);
        }
    }
}
