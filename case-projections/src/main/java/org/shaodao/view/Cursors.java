package org.shaodao.view;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Base64;
import java.util.function.Function;

/** The place after which a page begins, as opaque text that fits into a URL. */
public final class Cursors {
    private Cursors() {}

    /** Writes the parts; none of them holds a blank. */
    public static String encode(Object... parts) {
        StringBuilder plain = new StringBuilder();
        for (Object part : parts) {
            plain.append(plain.isEmpty() ? "" : " ").append(part);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Reads what {@link #encode} wrote.
     *
     * @param parts how many there must be
     * @throws MalformedCursor if it was not written so
     */
    public static <C> C decode(String text, int parts, Function<String[], C> reader) {
        try {
            String[] found = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", -1);
            if (found.length != parts) {
                throw new MalformedCursor(text);
            }
            return reader.apply(found);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new MalformedCursor(text);
        }
    }
}
