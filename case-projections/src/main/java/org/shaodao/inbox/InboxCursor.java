package org.shaodao.inbox;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.MalformedCursor;

/** A row of a tab, as the place after which a page begins: it stays true while rows come and go. */
public record InboxCursor(Instant dispatchedAt, UUID caseId, int dispatch) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        String plain = dispatchedAt + " " + caseId + " " + dispatch;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static InboxCursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length != 3) {
                throw new MalformedCursor(text);
            }
            return new InboxCursor(Columns.instant(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCursor(text);
        }
    }
}
