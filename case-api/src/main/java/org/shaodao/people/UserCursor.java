package org.shaodao.people;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.shaodao.view.MalformedCursor;

/** A login as the place after which a page begins. */
final class UserCursor {
    private UserCursor() {}

    static String encode(String login) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    static String decode(String text) {
        try {
            String login = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (login.isEmpty() || login.indexOf('\0') >= 0) {
                throw new MalformedCursor(text);
            }
            return login;
        } catch (IllegalArgumentException e) {
            throw new MalformedCursor(text);
        }
    }
}
