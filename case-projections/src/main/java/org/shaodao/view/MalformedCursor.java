package org.shaodao.view;

/** A place in a list was asked for in words that no page gave out. */
public final class MalformedCursor extends RuntimeException {
    private final String cursor;

    public MalformedCursor(String cursor) {
        super("Not a cursor: " + cursor);
        this.cursor = cursor;
    }

    public String cursor() {
        return cursor;
    }
}
