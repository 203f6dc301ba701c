package org.shaodao.people;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
import org.shaodao.problem.OneLine;

/** What is asked about users, in the API as in the forms of the pages. */
final class UserRequests {
    private static final String LOGIN = "[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._@-]{0,63}";
    private static final String LOGIN_IS = "{org.shaodao.people.login}";

    private UserRequests() {}

    /**
     * Somebody to make an account for.
     *
     * @param login by which they sign in, here and elsewhere
     * @param password false = they sign in elsewhere only
     */
    record NewUser(
            @NotBlank @Pattern(regexp = LOGIN, message = LOGIN_IS) String login,

            @Nullable Boolean password) {}

    /** What an account is to be called. */
    record NewLogin(
            @NotBlank @Pattern(regexp = LOGIN, message = LOGIN_IS) String login) {}

    /**
     * A role to give.
     *
     * @param unit the unit acted for; only administrators have none
     * @param from first day
     * @param until last day; left out = until further notice
     */
    record NewRole(
            @NotNull Role role,
            @Nullable @OneLine String unit,
            @NotNull LocalDate from,
            @Nullable LocalDate until) {}

    /** The days of a role. */
    record RoleDays(@NotNull LocalDate from, @Nullable LocalDate until) {}

    /** Who stands in, from which day until which. */
    record NewDeputy(
            @NotBlank @OneLine String user,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    /** Nothing but that it be done. */
    record Nothing() {}

    /**
     * An account with its password for one use, which is shown this once.
     *
     * @param password null where they sign in elsewhere only
     */
    record Made(Person user, @Nullable String password) {}
}
