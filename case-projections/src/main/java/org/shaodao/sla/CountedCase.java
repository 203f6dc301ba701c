package org.shaodao.sla;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case behind a number. Of a case that the reader may not know of there is neither id nor number nor subject.
 *
 * @param item what in the case was counted, for example {@code 2/1} for the first round of the second dispatch
 * @param at the time by which it belongs to its period
 * @param unit whom it is counted for; empty = nobody but the street
 */
public record CountedCase(
        @Nullable UUID caseId,
        String item,
        Instant at,
        @Nullable String number,
        @Nullable String subject,
        String street,
        String unit,
        String category,
        Result result,
        String detail,
        Boolean excluded) {
    /** The same, told of this case or, where all are null, of one that the reader may not know of. */
    CountedCase with(@Nullable UUID id, @Nullable String itsNumber, @Nullable String itsSubject) {
        return new CountedCase(id, item, at, itsNumber, itsSubject, street, unit, category, result, detail, excluded);
    }
}
