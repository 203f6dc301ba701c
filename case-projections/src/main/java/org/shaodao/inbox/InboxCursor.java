package org.shaodao.inbox;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/**
 * A row of a tab, as the place after which a page begins: it stays true while rows come and go.
 *
 * @param at when the row was dispatched, or in a tab by time when it is due
 */
public record InboxCursor(Instant at, UUID caseId, int dispatch) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        return Cursors.encode(at, caseId, dispatch);
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static InboxCursor decode(String text) {
        return Cursors.decode(
                text,
                3,
                parts -> new InboxCursor(
                        Columns.instant(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2])));
    }
}
