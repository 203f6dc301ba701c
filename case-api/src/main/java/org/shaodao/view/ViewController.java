package org.shaodao.view;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The read models: how far each is, and building one anew beside the one that is read. */
@RestController
@Needs(Scope.ADMINISTRATION)
@RequestMapping("/api/v1/views")
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
@Tag(name = "views", description = "视图: read models that can be thrown away and rebuilt")
class ViewController {
    private final ViewRegistry registry;

    ViewController(ViewRegistry registry) {
        this.registry = registry;
    }

    /** The generation that is being built. */
    record Rebuild(String view, int generation) {}

    /** Whether the view has the whole case now; what kept it is among those set aside, if not. */
    record Tried(String view, UUID caseId, boolean told) {}

    @GetMapping
    @Operation(operationId = "views", summary = "Every view with its generations, progress and failures")
    List<ViewStatus> all() {
        return registry.status();
    }

    @PostMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(operationId = "rebuild-view", summary = "Build a view anew; readers are turned to it when it caught up")
    Rebuild rebuild(@PathVariable String name) {
        return new Rebuild(name, registry.rebuild(known(name)));
    }

    @DeleteMapping("/{name}/rebuild")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "cancel-rebuild", summary = "Give up a generation that is being built")
    void cancel(@PathVariable String name) {
        registry.cancelRebuild(known(name));
    }

    @GetMapping("/set-aside")
    @Operation(
            operationId = "cases-set-aside",
            summary = "搁置 Cases that views could not be told of, the oldest first: their rows there stay as they were")
    List<CaseSetAside> setAside() {
        return registry.setAside();
    }

    @PostMapping("/{name}/set-aside/{caseId}/retry")
    @Operation(operationId = "retry-case", summary = "Tell a view once more what it could not be told of a case")
    Tried retry(@PathVariable String name, @PathVariable UUID caseId) {
        return new Tried(name, caseId, registry.tryAgain(known(name), caseId));
    }

    private String known(String name) {
        if (!registry.has(name)) {
            throw new Problem(ProblemCode.NOT_FOUND, Map.of());
        }
        return name;
    }
}
