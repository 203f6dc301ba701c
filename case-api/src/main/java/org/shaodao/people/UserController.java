package org.shaodao.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.people.UserRequests.Made;
import org.shaodao.people.UserRequests.NewDeputy;
import org.shaodao.people.UserRequests.NewLogin;
import org.shaodao.people.UserRequests.NewRole;
import org.shaodao.people.UserRequests.NewUser;
import org.shaodao.people.UserRequests.RoleDays;
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

    private final Staff staff;
    private final People people;

    UserController(Staff staff, People people) {
        this.staff = staff;
        this.people = people;
    }

    /** A password for one use, which is shown this once. */
    record OneTime(String password) {}

    @GetMapping
    @Operation(operationId = "users", summary = "Accounts by login, ended ones too")
    People.Page users(
            @Parameter(description = "Letters of the login") @RequestParam(required = false) @Nullable @OneLine
                    String login,
            @Parameter(description = "Only who has a role for this unit")
                    @RequestParam(required = false)
                    @Nullable @OneLine
                    String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        return people.page(cursor, login, unit, Math.clamp(limit, 1, MOST));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "create-user", summary = "Make an account; its one-time password is shown this once")
    Made create(@Valid @RequestBody NewUser request, @AuthenticationPrincipal Caller caller) {
        return staff.create(Staff.id(), request, caller).orElseThrow();
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
        return staff.give(user, Staff.id(), request, caller);
    }

    @PutMapping("/{user}/roles/{role}")
    @Operation(operationId = "change-role", summary = "Change the days of a role")
    Person change(
            @PathVariable String user,
            @PathVariable String role,
            @Valid @RequestBody RoleDays request,
            @AuthenticationPrincipal Caller caller) {
        return staff.change(user, role, request, caller);
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
        return staff.standIn(user, role, Staff.id(), request, caller);
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
        return new OneTime(staff.reset(user, caller));
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
}
