package org.shaodao.sla;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/** A case behind a number, as the place after which a page begins. */
public record CountedCursor(Instant at, UUID caseId, String item) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        return Cursors.encode(at, caseId, item);
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static CountedCursor decode(String text) {
        return Cursors.decode(
                text, 3, parts -> new CountedCursor(Columns.instant(parts[0]), UUID.fromString(parts[1]), parts[2]));
    }
}
