package org.shaodao.history;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/** A case of a list, as the place after which a page begins: it stays true while cases come and go. */
public record CaseCursor(Instant raisedAt, UUID caseId) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        return Cursors.encode(raisedAt, caseId);
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static CaseCursor decode(String text) {
        return Cursors.decode(text, 2, parts -> new CaseCursor(Columns.instant(parts[0]), UUID.fromString(parts[1])));
    }
}
