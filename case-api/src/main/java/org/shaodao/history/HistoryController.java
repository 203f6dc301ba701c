package org.shaodao.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.fact.Role;
import org.shaodao.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Cases and what happened in them. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "cases")
class HistoryController {
    private static final int MOST = 200;

    private final CaseReader reader;
    private final Histories histories;
    private final CaseDesk desk;
    private final Vault vault;

    HistoryController(CaseReader reader, Histories histories, CaseDesk desk, Vault vault) {
        this.reader = reader;
        this.histories = histories;
        this.desk = desk;
        this.vault = vault;
    }

    /** Some cases, the last raised first; {@code next} continues. */
    record Cases(List<CaseHeader> cases, @Nullable String next) {}

    @GetMapping
    @PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT', 'AUDITOR')")
    @Operation(operationId = "cases", summary = "Cases the caller runs or watches over, the last raised first")
    Cases cases(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        CaseList page = histories.list(
                caller.role() == Role.STREET ? caller.unit() : null,
                cursor == null ? null : CaseCursor.decode(cursor),
                Math.clamp(limit, 1, MOST));
        return new Cases(page.cases(), page.next() == null ? null : page.next().encode());
    }

    @GetMapping("/{caseId}")
    @Operation(operationId = "case", summary = "A case as it stands")
    ResponseEntity<CaseHeader> one(
            @PathVariable UUID caseId,
            @Parameter(description = "Not older than this version: waits for it a moment")
                    @RequestParam(required = false)
                    @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller) {
        CaseHeader header = reader.header(caseId, caller, minVersion);
        return ResponseEntity.ok().eTag(String.valueOf(header.version())).body(header);
    }

    @GetMapping("/{caseId}/history")
    @Operation(operationId = "history", summary = "办理经过 What happened, in words")
    CaseReader.Page history(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "OLDEST_FIRST") EntryOrder order,
            @Parameter(description = "The version after which the page begins, as `next` told it")
                    @RequestParam(required = false)
                    @Nullable Long beyond,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        CaseHeader header = reader.header(caseId, caller, minVersion);
        return reader.entries(header, caller, order, beyond, Math.clamp(limit, 1, MOST), reader.words(locale));
    }

    /** Questions to a unit and its answers, in the order of both. */
    record Questions(List<CaseReader.Told> entries) {}

    @GetMapping("/{caseId}/questions")
    @Operation(operationId = "questions", summary = "询问 What the caller's unit was asked, and what it answered")
    Questions questions(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller,
            Locale locale) {
        return new Questions(reader.questions(caseId, caller, minVersion, reader.words(locale)));
    }

    @Needs(Scope.ADMINISTRATION)
    @PostMapping("/{caseId}/erasure")
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "erase",
            summary = "删除当事人信息 Destroy the key of the case's resident: their words become unreadable everywhere")
    void erase(@PathVariable UUID caseId, @AuthenticationPrincipal Caller caller) {
        vault.erase(desk.complainantOf(caseId), caller.id(), "asked-by-person");
    }
}
