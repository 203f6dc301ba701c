package org.shaodao.console;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a desk somebody looks at, as its address says it.
 *
 * @param path {@code /console} or {@code /district}
 * @param street whose desk; null = the reader's own
 * @param cursor the row before the page; null = from the top
 * @param open the case beside the list; null = none
 * @param form the step whose form is open; null = none
 * @param about the dispatch, whistle or commitment that step is about; null = the case itself
 * @param person 回访 who is asked, where that is somebody who joined the case
 */
public record DeskAsk(
        String path,
        @Nullable String street,
        ConsoleTab tab,
        @Nullable String cursor,
        @Nullable UUID open,
        @Nullable String form,
        @Nullable Integer about,
        @Nullable UUID person) {
    DeskAsk in(ConsoleTab other) {
        return new DeskAsk(path, street, other, null, null, null, null, null);
    }

    DeskAsk from(@Nullable String place) {
        return new DeskAsk(path, street, tab, place, null, null, null, null);
    }

    DeskAsk opening(UUID caseId) {
        return new DeskAsk(path, street, tab, cursor, caseId, null, null, null);
    }

    /** A step taken on a case, about what the address says. */
    public DeskAsk on(UUID caseId, String step) {
        return new DeskAsk(path, street, tab, cursor, caseId, step, about, person);
    }

    DeskAsk with(String step, @Nullable Integer number, @Nullable UUID whom) {
        return new DeskAsk(path, street, tab, cursor, open, step, number, whom);
    }

    /** The address under which a case is opened beside this list. */
    public String to(UUID caseId) {
        return opening(caseId).at();
    }

    /** The address of all this. */
    public String at() {
        return said(path)
                .queryParamIfPresent("open", Optional.ofNullable(open))
                .queryParamIfPresent("form", Optional.ofNullable(form))
                .encode()
                .toUriString();
    }

    /** Where the open form is sent. */
    String post() {
        return said(path + '/' + open + '/' + form).encode().toUriString();
    }

    private UriComponentsBuilder said(String to) {
        return UriComponentsBuilder.fromPath(to)
                .queryParam("tab", tab)
                .queryParamIfPresent("street", Optional.ofNullable(street))
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .queryParamIfPresent("about", Optional.ofNullable(about))
                .queryParamIfPresent("person", Optional.ofNullable(person));
    }
}
