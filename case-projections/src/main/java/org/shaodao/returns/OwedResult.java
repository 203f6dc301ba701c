package org.shaodao.returns;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/**
 * A result for which another system waits.
 *
 * @param outsideNumber by which that system knows the matter
 * @param version of the case with which the result came
 * @param since when it was recorded
 * @param dueAt 上级时限, until when that system wants the matter ended; null = it does not say
 */
public record OwedResult(
        UUID caseId,
        String number,
        String outsideNumber,
        long version,
        Instant since,
        @Nullable Instant dueAt) {
    /** The place of a result in the list, after which the next page begins. */
    public record Place(Instant since, UUID caseId) {
        /** Opaque text that fits into a URL. */
        public String encode() {
            return Cursors.encode(since, caseId);
        }

        /**
         * Reads what {@link #encode()} wrote.
         *
         * @throws MalformedCursor if it was not written so
         */
        public static Place decode(String text) {
            return Cursors.decode(text, 2, parts -> new Place(Columns.instant(parts[0]), UUID.fromString(parts[1])));
        }
    }

    /** Where it stands in the list. */
    public Place place() {
        return new Place(since, caseId);
    }
}
