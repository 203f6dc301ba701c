package org.shaodao.returns;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;

/**
 * What became of a demand, in codes and in words, for the system that sent it.
 *
 * @param version of the case with which this result came; the receipt names it
 * @param endedAt when the street found the work done, or the demand ended otherwise
 * @param route the lawful way instead, where the demand was not accepted
 * @param answers of the units, in the order of sending
 * @param solved what the resident said, where they were asked; null = not asked, or no answer
 * @param words why it was not accepted, or what the street said at the end; null = nothing, or erased
 */
record OutsideResult(
        UUID caseId,
        String number,
        String source,
        String outsideNumber,
        @Nullable Instant dueAt,
        long version,
        CasePhase phase,
        Instant endedAt,
        @Nullable LegalRoute route,
        List<Answer> answers,
        @Nullable Solved solved,
        @Nullable Satisfied satisfied,
        @Nullable String words) {
    /**
     * The final answer of a unit.
     *
     * @param outcome null where the demand was answered at once
     * @param words null where the person was erased
     */
    record Answer(
            String unit,
            String unitName,
            @Nullable Outcome outcome,
            Instant repliedAt,
            @Nullable String words) {}
}
