package org.shaodao.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/**
 * Who was authenticated, and what they act as.
 *
 * @param id opaque id of the account or key: the only thing that events keep of a person
 * @param name what the caller calls themselves: a login, or the name of a key
 * @param unit the unit acted for; null for administrators
 * @param door how they came in
 */
public record Caller(
        String id, String name, Role role, @Nullable String unit, Door door) {
    /** How somebody came in. */
    public sealed interface Door {
        /**
         * A person who signed in.
         *
         * @param capacity which of their roles they act in; null while they have several and named none
         * @param standsInFor login of the one whose role it is; null = their own
         * @param round what the account's sessions were counted as: with another count this one is over
         * @param mustChange whether a one-time password was used, which opens nothing but its change
         */
        record Account(@Nullable String capacity, @Nullable String standsInFor, int round, boolean mustChange)
                implements Door {}

        /**
         * An office's system.
         *
         * @param scopes what its key is limited to; null = nothing but its role
         */
        record Key(@Nullable Set<Scope> scopes) implements Door {}

        /** The resident, by the code of their case. */
        record Code() implements Door {}
    }

    /** Whether this is an office's system, which may name the officer it acts for. */
    public boolean machine() {
        return door instanceof Door.Key;
    }

    /** Whether nothing is open to them but the change of their password. */
    public boolean mustChange() {
        return door instanceof Door.Account account && account.mustChange();
    }

    /** Whether nothing is open to them but the choice of a role. */
    public boolean mustChoose() {
        return door instanceof Door.Account account && account.capacity() == null;
    }

    /** The login of the one whose role they act in; null = their own. */
    public @Nullable String standsInFor() {
        return door instanceof Door.Account account ? account.standsInFor() : null;
    }

    /** The caller as events remember them. The word of a system on its officer is kept as its word. */
    public By by(@Nullable String officer) {
        return new By(id, unit, role, machine() ? officer : null);
    }
}
