package org.shaodao.fact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who did it. People appear by opaque ids only.
 *
 * @param actorId who was authenticated: an account, or the key of an office's own system
 * @param unitId the unit the actor acts for, or null for a resident
 * @param role the role in which the actor acted
 * @param asserted the officer for whom an office's system says it acts: its word, not our check; null when the actor
 *     acted in person
 */
public record By(
        String actorId,
        @Nullable String unitId,
        Role role,
        @Nullable String asserted) {
    /** The person behind the act: the asserted officer, otherwise the actor. */
    public String person() {
        return asserted == null ? actorId : asserted;
    }

    /** Whether the actor acts for this unit. */
    public boolean actsFor(String unit) {
        return Objects.equals(unitId, unit);
    }
}
