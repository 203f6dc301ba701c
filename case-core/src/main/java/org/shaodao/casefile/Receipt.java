package org.shaodao.casefile;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a taken step is answered with; a repeated request gets the receipt of its first time.
 *
 * @param number the public case number
 * @param refusal why the step was not taken, where only the attempt was recorded; null = it was taken
 * @param version sequence number of the last event the step made; the first event of a case has 0
 */
public record Receipt(
        UUID caseId, String number, Long version, @Nullable CaseRefusal refusal) {}
