package org.shaodao.access;

import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/**
 * Who was authenticated.
 *
 * @param id opaque id of the account or key: the only thing that events keep of a person
 * @param name what the caller calls themselves: a login, or the name of a key
 * @param unit the unit acted for; null for administrators
 * @param machine whether this is an office's system, which may name the officer it acts for
 * @param mustChange whether a one-time password was used, which opens nothing but its change
 */
public record Caller(
        String id, String name, Role role, @Nullable String unit, boolean machine, boolean mustChange) {
    /** The caller as events remember them. The word of a system on its officer is kept as its word. */
    public By by(@Nullable String officer) {
        return new By(id, unit, role, machine ? officer : null);
    }
}
