package org.shaodao.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.FirstStart;
import org.shaodao.access.KnownUnits;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.fact.Role;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, their roles and their deputies. */
@RestController
@Needs(Scope.ADMINISTRATION)
@RequestMapping("/api/v1/users")
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
@Tag(name = "users", description = "用户: who signs in, in which roles, for which units, on which days")
class UserController {
    private static final int MOST = 200;
    private static final String LOGIN = "[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}._@-]{0,63}";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Staff staff;
    private final People people;
    private final KnownUnits units;
    private final FirstStart console;

    UserController(Staff staff, People people, KnownUnits units, FirstStart console) {
        this.staff = staff;
        this.people = people;
        this.units = units;
        this.console = console;
    }

    /**
     * Somebody to make an account for.
     *
     * @param login by which they sign in, here and elsewhere
     * @param password false = they sign in elsewhere only
     */
    record NewUser(
            @NotBlank @Pattern(regexp = LOGIN) String login,
            @Nullable Boolean password) {}

    /** What an account is to be called. */
    record NewLogin(@NotBlank @Pattern(regexp = LOGIN) String login) {}

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

    /**
     * An account with its password for one use, which is shown this once.
     *
     * @param password null where they sign in elsewhere only
     */
    record Made(Person user, @Nullable String password) {}

    /** A password for one use, which is shown this once. */
    record OneTime(String password) {}

    /** Some accounts; {@code next} continues. */
    @Schema(name = "UserPage")
    record Page(List<Person> users, @Nullable String next) {}

    @GetMapping
    @Operation(operationId = "users", summary = "Accounts by login, ended ones too")
    Page users(
            @Parameter(description = "Letters of the login") @RequestParam(required = false) @Nullable @OneLine
                    String login,
            @Parameter(description = "Only who has a role for this unit")
                    @RequestParam(required = false)
                    @Nullable @OneLine
                    String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        List<Person> page = people.page(cursor == null ? null : UserCursor.decode(cursor), login, unit, most);
        return new Page(
                page,
                page.size() < most ? null : UserCursor.encode(page.getLast().login()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "create-user", summary = "Make an account; its one-time password is shown this once")
    Made create(@Valid @RequestBody NewUser request, @AuthenticationPrincipal Caller caller) {
        String password = Boolean.FALSE.equals(request.password()) ? null : console.password();
        return new Made(staff.create(request.login(), password, caller), password);
    }

    @GetMapping("/{user}")
    @Operation(operationId = "user", summary = "One account with its roles and deputies, past ones too")
    Person user(@PathVariable String user) {
        return people.find(user).orElseThrow(UserController::unknown);
    }

    @PutMapping("/{user}")
    @Operation(operationId = "rename-user", summary = "Change the login")
    Person rename(
            @PathVariable String user, @Valid @RequestBody NewLogin request, @AuthenticationPrincipal Caller caller) {
        return staff.rename(user, request.login(), caller);
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "end-user", summary = "End an account: nobody signs in as them, and whoever did is out")
    void end(@PathVariable String user, @AuthenticationPrincipal Caller caller) {
        staff.end(user, caller);
    }

    @PostMapping("/{user}/roles")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "give-role", summary = "Give a role for a unit, from one day until another")
    Person give(
            @PathVariable String user, @Valid @RequestBody NewRole request, @AuthenticationPrincipal Caller caller) {
        units.requireUnitOf(request.role(), request.unit());
        return staff.give(user, request.role(), request.unit(), days(request.from(), request.until()), caller);
    }

    @PutMapping("/{user}/roles/{role}")
    @Operation(operationId = "change-role", summary = "Change the days of a role")
    Person change(
            @PathVariable String user,
            @PathVariable String role,
            @Valid @RequestBody RoleDays request,
            @AuthenticationPrincipal Caller caller) {
        return staff.change(user, role, days(request.from(), request.until()), caller);
    }

    @DeleteMapping("/{user}/roles/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "end-role", summary = "Take a role away at once")
    void take(@PathVariable String user, @PathVariable String role, @AuthenticationPrincipal Caller caller) {
        staff.take(user, role, caller);
    }

    @PostMapping("/{user}/roles/{role}/deputies")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "name-deputy", summary = "AB岗: let somebody else act in a role for some days")
    Person standIn(
            @PathVariable String user,
            @PathVariable String role,
            @Valid @RequestBody NewDeputy request,
            @AuthenticationPrincipal Caller caller) {
        days(request.from(), request.until());
        return staff.standIn(user, role, request.user(), request.from(), request.until(), caller);
    }

    @DeleteMapping("/{user}/roles/{role}/deputies/{deputy}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "end-deputy", summary = "Let a deputy stand back at once")
    void standBack(
            @PathVariable String user,
            @PathVariable String role,
            @PathVariable String deputy,
            @AuthenticationPrincipal Caller caller) {
        staff.standBack(user, role, deputy, caller);
    }

    @PostMapping("/{user}/one-time-password")
    @Operation(
            operationId = "reset-password",
            summary = "Give a one-time password, shown this once, and end every session")
    OneTime reset(@PathVariable String user, @AuthenticationPrincipal Caller caller) {
        String password = console.password();
        staff.reset(user, password, caller);
        return new OneTime(password);
    }

    @PostMapping("/{user}/unlocking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "unlock-user", summary = "Let somebody who tried wrong passwords be heard again at once")
    void unlock(@PathVariable String user, @AuthenticationPrincipal Caller caller) {
        staff.unlock(user, caller);
    }

    private static Problem unknown() {
        return new Problem(ProblemCode.NOT_FOUND, Map.of());
    }

    private static Staff.Days days(LocalDate from, @Nullable LocalDate until) {
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw Problem.field("from", "day", EARLIEST, LATEST);
        }
        if (until != null && (until.isBefore(from) || until.isAfter(LATEST))) {
            throw Problem.field("until", "day", from, LATEST);
        }
        return new Staff.Days(from, until);
    }
}
