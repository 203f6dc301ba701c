package org.shaodao.board;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/** An item of the board, as the place after which a page begins. */
public record BoardCursor(Instant at, UUID caseId, Listing listing, long number) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        return Cursors.encode(at, caseId, listing, number);
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static BoardCursor decode(String text) {
        return Cursors.decode(
                text,
                4,
                parts -> new BoardCursor(
                        Columns.instant(parts[0]),
                        UUID.fromString(parts[1]),
                        Listing.valueOf(parts[2]),
                        Long.parseLong(parts[3])));
    }
}
