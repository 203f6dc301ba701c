package org.shaodao.keys;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the keys an administrator looks at, as the address says it.
 *
 * @param past whether those that open nothing any more
 * @param after the id of the key before the page; null = from the newest on
 * @param open the key beside the list; null = none
 * @param form what is to be done, by its name in the API; null = nothing yet
 */
record KeyAsk(
        boolean past,
        @Nullable String after,
        @Nullable String open,
        @Nullable String form) {
    static final String PATH = "/keys";

    KeyAsk of(boolean other) {
        return new KeyAsk(other, null, null, null);
    }

    KeyAsk from(@Nullable String place) {
        return new KeyAsk(past, place, null, null);
    }

    KeyAsk opening(@Nullable String key) {
        return new KeyAsk(past, after, key, null);
    }

    KeyAsk doing(@Nullable String key, String act) {
        return new KeyAsk(past, after, key, act);
    }

    /** The address under which a key is opened beside this list. */
    public String to(String key) {
        return opening(key).at();
    }

    /** The address under which the form of an act on the open key is opened. */
    public String toDo(String act) {
        return doing(open, act).at();
    }

    /** The address of all this. */
    public String at() {
        return said(PATH)
                .queryParamIfPresent("open", Optional.ofNullable(open))
                .queryParamIfPresent("form", Optional.ofNullable(form))
                .encode()
                .toUriString();
    }

    /**
     * Where the open form is sent.
     *
     * @param seen what the form was made upon; null = it is made upon nothing
     */
    String post(@Nullable String seen) {
        return said(open == null ? PATH : PATH + '/' + open + '/' + form)
                .queryParamIfPresent("seen", Optional.ofNullable(seen))
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder said(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("past", past ? Optional.of(true) : Optional.empty())
                .queryParamIfPresent("after", Optional.ofNullable(after));
    }
}
