package org.shaodao.inbox;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchRole;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of an inbox its page shows, as its address says it: whoever goes back, or sends the address on, finds the same. The
 * names in the address are those of no field of a step, as forms are sent to addresses that keep the list.
 *
 * @param open the dispatch shown beside the list, as {@code case.dispatch}; null = none
 * @param form the step whose form is open; null = none
 */
record InboxAsk(
        InboxTab tab,
        @Nullable DispatchRole role,
        @Nullable String category,
        @Nullable String section,
        @Nullable String search,
        @Nullable String cursor,
        @Nullable String open,
        @Nullable String form) {
    InboxAsk {
        category = filled(category);
        section = filled(section);
        search = filled(search);
        cursor = filled(cursor);
        open = filled(open);
        form = filled(form);
    }

    private static @Nullable String filled(@Nullable String said) {
        return said == null || said.isBlank() ? null : said.strip();
    }

    InboxQuery query(String unit, int rows) {
        return new InboxQuery(
                unit, tab, role, category, section, search, cursor == null ? null : InboxCursor.decode(cursor), rows);
    }

    /** Whether anything but the tab narrows the list. */
    public boolean filtered() {
        return role != null || category != null || section != null || search != null;
    }

    InboxAsk opening(@Nullable String dispatch, @Nullable String step) {
        return new InboxAsk(tab, role, category, section, search, cursor, dispatch, step);
    }

    InboxAsk from(@Nullable String place) {
        return new InboxAsk(tab, role, category, section, search, place, open, form);
    }

    InboxAsk in(InboxTab other) {
        return new InboxAsk(other, role, category, section, search, null, null, null);
    }

    /** The address of the page, or of something below it. */
    String at(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("tab", tab)
                .queryParamIfPresent("duty", Optional.ofNullable(role))
                .queryParamIfPresent("matter", Optional.ofNullable(category))
                .queryParamIfPresent("desk", Optional.ofNullable(section))
                .queryParamIfPresent("find", Optional.ofNullable(search))
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .queryParamIfPresent("open", Optional.ofNullable(open))
                .queryParamIfPresent("form", Optional.ofNullable(form))
                .build()
                .encode()
                .toUriString();
    }
}
