package org.shaodao.casefile;

import static org.shaodao.casefile.CaseRequests.CODE;
import static org.shaodao.casefile.CaseRequests.WORDS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;

/** 群众评事. What the resident says of it, as it is asked for over HTTP. */
public final class RatingRequests {
    private RatingRequests() {}

    /**
     * What the resident said; each answer may be missing.
     *
     * @param complainant somebody who joined the case and was asked; left out = the case's own. A resident answers for
     *     themselves
     */
    public record FollowUp(
            @Nullable UUID complainant,
            @NotNull CallResult result,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied,
            @Nullable @Size(max = WORDS) String words,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new RatingCommand.FollowUp(
                    step.caseId(),
                    step.by(),
                    step.at(),
                    step.voice(complainant),
                    result,
                    contacted,
                    solved,
                    satisfied,
                    step.sealOrNull("words", words, step.voice(complainant)));
        }
    }

    /**
     * What follows from "not solved".
     *
     * @param ground code from the policy pack, for the proposal of an exclusion only
     */
    public record DecideOnUnsolved(
            @NotNull RedoDecision redo,
            @Nullable @Pattern(regexp = CODE) String ground,
            @NotBlank @Size(max = WORDS) String reason,
            @Nullable Instant occurredAt)
            implements StepRequest {
        @Override
        public CaseCommand command(Step step) {
            return new RatingCommand.DecideOnUnsolved(
                    step.caseId(), step.judge(), step.at(), redo, ground, step.seal("reason", reason));
        }
    }
}
