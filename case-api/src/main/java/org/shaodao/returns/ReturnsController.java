package org.shaodao.returns;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.casefile.Receipt;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For the system that sent the demands: what is to be returned, each result, and that it has it. */
@RestController
@RequestMapping("/api/v1/returns")
@PreAuthorize("hasAuthority('OUTSIDE')")
@Tag(name = "returns", description = "回传: results for the system that sent the demands under numbers of its own")
class ReturnsController {
    private static final int MOST = 200;

    private final OwedResults owed;
    private final OutsideResults results;
    private final Receipts receipts;

    ReturnsController(OwedResults owed, OutsideResults results, Receipts receipts) {
        this.owed = owed;
        this.results = results;
        this.receipts = receipts;
    }

    /** Results of a page; {@code next} is null on the last. */
    record Owed(List<OwedResult> results, @Nullable String next) {}

    /** That the system has a result: the version that the result named. */
    record Received(@NotNull Long version) {}

    /** The result was returned. */
    record Returned(UUID caseId, Long version) {}

    @GetMapping
    @Operation(operationId = "owed-results", summary = "待回传 Results the caller waits for, the longest first")
    Owed owed(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        int most = Math.clamp(limit, 1, MOST);
        List<OwedResult> page =
                owed.of(source(caller), cursor == null ? null : OwedResult.Place.decode(cursor), most + 1);
        return page.size() <= most
                ? new Owed(page, null)
                : new Owed(page.subList(0, most), page.get(most - 1).place().encode());
    }

    @GetMapping("/{caseId}")
    @Operation(operationId = "outside-result", summary = "What became of a demand of the caller, in codes and words")
    OutsideResult result(@PathVariable UUID caseId, @AuthenticationPrincipal Caller caller) {
        return results.of(caseId, source(caller));
    }

    @Needs(Scope.INTAKE)
    @PostMapping("/{caseId}/receipt")
    @Operation(
            operationId = "confirm-result",
            summary = "已回传 The caller has this result; said again it changes nothing")
    Returned receipt(
            @PathVariable UUID caseId, @Valid @RequestBody Received received, @AuthenticationPrincipal Caller caller) {
        Receipt receipt = receipts.take(caseId, source(caller), received.version(), caller.by(null));
        return new Returned(receipt.caseId(), receipt.version());
    }

    private static String source(Caller caller) {
        return Objects.requireNonNull(caller.unit(), "a key of another system names its source");
    }
}
