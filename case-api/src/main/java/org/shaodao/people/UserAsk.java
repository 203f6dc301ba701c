package org.shaodao.people;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the users an administrator looks at, as the address says it.
 *
 * @param find letters of the login; null = any
 * @param unit for which they have a role; null = any
 * @param cursor the login before the page; null = from the top
 * @param open the user beside the list; null = none
 * @param form what is to be done, by its name in the API; null = nothing yet
 * @param about the role or the deputy it is to be done to; null = the user
 */
record UserAsk(
        @Nullable String find,
        @Nullable String unit,
        @Nullable String cursor,
        @Nullable String open,
        @Nullable String form,
        @Nullable String about) {
    static final String PATH = "/users";

    UserAsk from(@Nullable String place) {
        return new UserAsk(find, unit, place, null, null, null);
    }

    UserAsk opening(String user) {
        return new UserAsk(find, unit, cursor, user, null, null);
    }

    UserAsk doing(@Nullable String user, @Nullable String act, @Nullable String to) {
        return new UserAsk(find, unit, cursor, user, act, to);
    }

    /** The same list with nobody beside it. */
    UserAsk closed() {
        return new UserAsk(find, unit, cursor, null, null, null);
    }

    /** The address under which a user is opened beside this list. */
    public String to(String user) {
        return opening(user).at();
    }

    /** The address under which the form of an act on the open user is opened. */
    public String to(String act, @Nullable String to) {
        return doing(open, act, to).at();
    }

    /** The address of all this. */
    public String at() {
        return said(PATH)
                .queryParamIfPresent("open", Optional.ofNullable(open))
                .queryParamIfPresent("form", Optional.ofNullable(form))
                .encode()
                .toUriString();
    }

    /** Where the open form is sent. */
    String post() {
        return said(open == null ? PATH : PATH + '/' + open + '/' + form)
                .encode()
                .toUriString();
    }

    private UriComponentsBuilder said(String path) {
        return UriComponentsBuilder.fromPath(path)
                .queryParamIfPresent("find", Optional.ofNullable(find))
                .queryParamIfPresent("in", Optional.ofNullable(unit))
                .queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                .queryParamIfPresent("about", Optional.ofNullable(about));
    }
}
