package org.shaodao.disputes;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/** A dispute or a precedent, as the place after which a page begins. */
public record DisputeCursor(Instant at, UUID caseId, int dispatch) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        return Cursors.encode(at, caseId, dispatch);
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static DisputeCursor decode(String text) {
        return Cursors.decode(
                text,
                3,
                parts -> new DisputeCursor(
                        Columns.instant(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2])));
    }
}
