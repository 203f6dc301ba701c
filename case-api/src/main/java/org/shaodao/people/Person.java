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
 * @param lastSignInAt when they last signed in, here or elsewhere, to the minute; null = never
 * @param endedAt since when nobody signs in as them
 */
public record Person(
        String id,
        String login,
        boolean password,
        boolean mustChange,
        Instant createdAt,
        @Nullable Instant lastSignInAt,
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
    public record Assigned(
            String id,
            Role role,
            @Nullable String unit,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant endedAt,
            List<Deputy> deputies) {
        /** How it stands on a day. */
        Term on(LocalDate day) {
            return Term.of(from, until, endedAt, day);
        }
    }

    /** Who may act in a role of somebody else, and from which day until which. */
    public record Deputy(
            String id,
            String user,
            String login,
            LocalDate from,
            LocalDate until,
            @Nullable Instant endedAt) {
        /** How it stands on a day. */
        Term on(LocalDate day) {
            return Term.of(from, until, endedAt, day);
        }
    }

    /** How a role, or a deputy in it, stands on a day. */
    public enum Term {
        NOW,
        LATER,
        OVER,
        /** Ended at once, whatever its days say. */
        TAKEN;

        private static Term of(LocalDate from, @Nullable LocalDate until, @Nullable Instant endedAt, LocalDate day) {
            if (endedAt != null) {
                return TAKEN;
            }
            if (from.isAfter(day)) {
                return LATER;
            }
            return until != null && until.isBefore(day) ? OVER : NOW;
        }
    }
}
