package org.shaodao.access;

import org.springframework.security.core.AuthenticationException;

/** Somebody is who they say, and has no role on this day: theirs begins later, or is over. */
final class NoRoleToday extends AuthenticationException {
    private static final long serialVersionUID = 1;

    NoRoleToday() {
        super("no role on this day");
    }
}
