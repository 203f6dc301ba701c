package org.shaodao.casefile;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.problem.OneLine;

/** 并案拆单, as it is asked for over HTTP. */
public final class LinkRequests {
    private static final String CODE = "[\\p{L}\\p{N}][\\p{L}\\p{N}._/&()' -]{0,99}";
    private static final int WORDS = 20_000;

    private LinkRequests() {}

    /** The case of another street with which this one may be merged. */
    public record ConsentToMerge(
            @NotNull UUID other, @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new LinkCommand.ConsentToMerge(step.caseId(), step.by(), step.at(), other);
        }
    }

    /** The case that goes on for this one. */
    public record Merge(@NotNull UUID survivor, @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public PairCommand command(Step step) {
            return new PairCommand.Merge(step.caseId(), step.by(), step.at(), survivor);
        }
    }

    /** The case that went on for this one. */
    public record UndoMerge(
            @NotNull UUID survivor, @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public PairCommand command(Step step) {
            return new PairCommand.UndoMerge(step.caseId(), step.by(), step.at(), survivor);
        }
    }

    /**
     * One matter of several, which becomes a case of its own: of the same resident, through the same channel, and
     * raised when the whole was.
     *
     * @param matter which part of the call it is
     * @param place left out = where the whole is
     * @param urgency left out = normal
     * @param subject one line for lists, without anything that tells who the person is
     */
    public record Split(
            @NotBlank @Size(max = WORDS) String matter,
            @NotNull DemandKind kind,
            @Nullable Urgency urgency,
            @NotNull @Pattern(regexp = CODE) String category,
            @Nullable @Pattern(regexp = CODE) String place,

            @NotBlank @Size(max = 100) @OneLine String subject,

            @NotBlank @Size(max = WORDS) String narrative,
            @Nullable @Size(max = 300) String address,
            @Nullable Instant occurredAt) {}

    /**
     * Somebody else who wants the same.
     *
     * @param phone by which they are recognised, and asked
     */
    public record Join(
            @Nullable @Size(max = 100) String name,
            @Nullable @Pattern(regexp = "[+0-9() -]{5,25}") String phone,
            @Nullable @Size(max = WORDS) String words,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            UUID neighbour = step.person(phone);
            return new LinkCommand.Join(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    neighbour,
                    step.sealOrNull("name", name, neighbour),
                    step.sealOrNull("phone", phone, neighbour),
                    step.sealOrNull("words", words, neighbour));
        }
    }

    /**
     * Another case that is read with this one.
     *
     * @param relation what this case is to the other
     */
    public record Link(
            @NotNull UUID other,
            @NotNull Relation relation,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public PairCommand command(Step step) {
            return new PairCommand.Link(step.caseId(), step.by(), step.at(), other, relation);
        }
    }

    /** Where the matter is handled already. */
    public record NoteDuplicate(
            @NotBlank @Size(max = WORDS) String note,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new LinkCommand.NoteDuplicate(step.caseId(), step.by(), step.at(), step.seal("note", note));
        }
    }

    /** Who handles it from now on. */
    public record TransferOutside(
            @NotBlank @Size(max = WORDS) String note,
            @Nullable Instant occurredAt) implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new LinkCommand.TransferOutside(step.caseId(), step.by(), step.at(), step.seal("note", note));
        }
    }
}
