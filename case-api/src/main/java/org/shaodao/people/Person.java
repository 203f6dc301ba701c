package org.shaodao.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;

/**
 * An account as administrators see it: never with anything of its password.
 *
 * @param password whether there is one here; without it they sign in elsewhere only
 * @param mustChange whether it is for one use
 * @param endedAt since when nobody signs in as them
 */
record Person(
        String id,
        String login,
        boolean password,
        boolean mustChange,
        Instant createdAt,
        @Nullable Instant endedAt,
        List<Assigned> roles) {
    /**
     * A role for some days.
     *
     * @param from first day
     * @param until last day; null = until further notice
     * @param endedAt taken away at once
     */
    @Schema(name = "AssignedRole")
    record Assigned(
            String id,
            Role role,
            @Nullable String unit,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant endedAt,
            List<Deputy> deputies) {}

    /** Who may act in a role of somebody else, and from which day until which. */
    record Deputy(
            String id,
            String user,
            String login,
            LocalDate from,
            LocalDate until,
            @Nullable Instant endedAt) {}
}
