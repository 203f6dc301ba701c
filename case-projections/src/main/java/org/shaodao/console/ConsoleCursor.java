package org.shaodao.console;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.view.Columns;
import org.shaodao.view.Cursors;
import org.shaodao.view.MalformedCursor;

/** A row of a tab, as the place after which a page begins. */
public record ConsoleCursor(Instant since, UUID caseId, Waiting waiting, int number) {
    /** Opaque text that fits into a URL. */
    public String encode() {
        return Cursors.encode(since, caseId, waiting, number);
    }

    /**
     * Reads what {@link #encode()} wrote.
     *
     * @throws MalformedCursor if it was not written so
     */
    public static ConsoleCursor decode(String text) {
        return Cursors.decode(
                text,
                4,
                parts -> new ConsoleCursor(
                        Columns.instant(parts[0]),
                        UUID.fromString(parts[1]),
                        Waiting.valueOf(parts[2]),
                        Integer.parseInt(parts[3])));
    }
}
