package org.shaodao.parts;

import org.jspecify.annotations.Nullable;

/**
 * One tab of a desk.
 *
 * @param count how many stand in it; null = not counted
 * @param tone the end of the name of the state's CSS class while there are any; null = plain
 */
public record Tab(
        String text,
        String href,
        boolean current,
        @Nullable Long count,
        @Nullable String tone) {}
