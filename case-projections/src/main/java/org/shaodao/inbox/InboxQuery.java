package org.shaodao.inbox;

import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchRole;

/**
 * What of a unit's inbox is wanted.
 *
 * @param role null = both
 * @param category code; null = all
 * @param section the unit's own name of the section that handles it; null = all
 * @param search the beginning of a case number or a subject; null = all
 * @param after the row before the page; null = from the top
 * @param limit rows of a page, 1 to {@value #MOST}
 */
public record InboxQuery(
        String unit,
        InboxTab tab,
        @Nullable DispatchRole role,
        @Nullable String category,
        @Nullable String section,
        @Nullable String search,
        @Nullable InboxCursor after,
        int limit) {
    public static final int MOST = 200;

    public InboxQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("A page has 1 to " + MOST + " rows, not " + limit);
        }
    }

    /** The top of a tab, without filters. */
    public static InboxQuery of(String unit, InboxTab tab, int limit) {
        return new InboxQuery(unit, tab, null, null, null, null, null, limit);
    }

    /** The same rows, from another place on. */
    public InboxQuery after(@Nullable InboxCursor cursor) {
        return new InboxQuery(unit, tab, role, category, section, search, cursor, limit);
    }
}
