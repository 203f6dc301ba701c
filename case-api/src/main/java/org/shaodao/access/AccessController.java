package org.shaodao.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, my password, and the keys of offices' systems. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "access", description = "账号与密钥: who calls, and with which key")
class AccessController {
    private final KeyDesk keys;
    private final Accounts accounts;

    AccessController(KeyDesk keys, Accounts accounts) {
        this.keys = keys;
        this.accounts = accounts;
    }

    /**
     * The caller as the product sees them.
     *
     * @param role what they act as; null while they have several roles and named none in {@code Shaodao-Acting-As}
     * @param standsInFor login of the one whose role it is; null = their own
     * @param roles what a person may act as today
     */
    record Me(
            String id,
            String name,
            @Nullable Role role,
            @Nullable String unit,
            @Nullable String standsInFor,
            @Nullable List<Capacity> roles) {}

    @Needs({})
    @GetMapping("/me")
    @Operation(operationId = "me", summary = "Who is calling")
    Me me(@AuthenticationPrincipal Caller caller) {
        return new Me(
                caller.id(),
                caller.name(),
                caller.mustChoose() ? null : caller.role(),
                caller.unit(),
                caller.standsInFor(),
                caller.machine() ? null : accounts.capacities(caller.id()));
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "change-password", summary = "Choose a password of one's own")
    void changePassword(@Valid @RequestBody NewPassword request, @AuthenticationPrincipal Caller caller) {
        if (caller.machine()) {
            throw new Problem(ProblemCode.FORBIDDEN, Map.of());
        }
        if (!accounts.changePassword(caller, request)) {
            throw new Problem(ProblemCode.UNAUTHENTICATED, Map.of());
        }
    }

    @Needs(Scope.ADMINISTRATION)
    @GetMapping("/keys")
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(operationId = "keys", summary = "All keys, newest first; never their secrets")
    List<ApiKeys.KeyRow> keys() {
        return keys.all();
    }

    @Needs(Scope.ADMINISTRATION)
    @PostMapping("/keys")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(operationId = "issue-key", summary = "Make a key; it is shown this once")
    ApiKeys.IssuedKey issue(@Valid @RequestBody KeyDesk.NewKey request, @AuthenticationPrincipal Caller caller) {
        return keys.issue(request, caller);
    }

    @Needs(Scope.ADMINISTRATION)
    @PostMapping("/keys/{id}/rotation")
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(
            operationId = "rotate-key",
            summary = "Give a key another secret, shown this once; the one before opens for a while yet")
    ApiKeys.RotatedKey rotate(
            @PathVariable String id,
            @Valid @RequestBody(required = false) KeyDesk.@Nullable Rotation request,
            @AuthenticationPrincipal Caller caller) {
        return keys.rotate(
                        id,
                        request == null ? new KeyDesk.Rotation(null) : request,
                        new ApiKeys.Rotated.Whenever(),
                        caller)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
    }

    @Needs(Scope.ADMINISTRATION)
    @DeleteMapping("/keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(operationId = "revoke-key", summary = "Revoke a key from now on")
    void revoke(@PathVariable String id, @AuthenticationPrincipal Caller caller) {
        if (!keys.revoke(id, caller)) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of());
        }
    }
}
