package org.shaodao.console;

import org.jspecify.annotations.Nullable;

/**
 * What of a desk is wanted.
 *
 * @param street whose; null = what waits for the district, of every street
 * @param after the row before the page; null = from the top
 * @param limit rows of a page, 1 to {@value #MOST}
 */
public record ConsoleQuery(
        @Nullable String street, ConsoleTab tab, @Nullable ConsoleCursor after, int limit) {
    public static final int MOST = 200;

    public ConsoleQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to " + MOST + " rows, not " + limit);
        }
    }
}
