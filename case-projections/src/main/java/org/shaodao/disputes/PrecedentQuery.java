package org.shaodao.disputes;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which precedents are asked for.
 *
 * @param category prefix of the category; null = any
 * @param places codes of the places; null = any
 * @param ground code of the ground; null = any
 * @param after the one before the page; null = from the top
 * @param limit rows of a page, at least 1
 */
public record PrecedentQuery(
        @Nullable String category,
        @Nullable Collection<String> places,
        @Nullable String ground,
        @Nullable DisputeCursor after,
        int limit) {}
