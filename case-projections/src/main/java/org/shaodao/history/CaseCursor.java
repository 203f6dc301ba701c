package org.shaodao.history;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.MalformedCursor;

/** A case of a list, as the place after which a page begins: it stays true while cases come and go. */
public record CaseCursor(Instant raisedAt, UUID caseId) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        String plain = raisedAt + " " + caseId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static CaseCursor decode(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
            if (parts.length != 2) {
                throw new MalformedCursor(text);
            }
            return new CaseCursor(Columns.instant(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCursor(text);
        }
    }
}
