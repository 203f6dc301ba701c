package org.shaodao.board;

import org.jspecify.annotations.Nullable;

/**
 * What of the board is wanted.
 *
 * @param street whose cases; null = all
 * @param owner the unit that answers for it; null = any
 * @param listing why it is listed; null = for any reason
 * @param after the item before the page; null = from the top
 * @param limit items of a page, 1 to {@value #MOST}
 */
public record BoardQuery(
        @Nullable String street,
        @Nullable String owner,
        @Nullable Listing listing,
        BoardState state,
        @Nullable BoardCursor after,
        int limit) {
    public static final int MOST = 200;

    public BoardQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to " + MOST + " rows, not " + limit);
        }
    }
}
