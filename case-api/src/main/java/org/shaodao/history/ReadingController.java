package org.shaodao.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Readings;
import org.shaodao.access.Scope;
import org.shaodao.problem.OneLine;
import org.shaodao.view.Cursors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 身份保护. Reading who the resident is, and who did. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "cases")
class ReadingController {
    private static final int MOST = 200;

    private final ContactCards cards;
    private final Readings readings;
    private final WhoLooked looked;
    private final CaseReader reader;

    ReadingController(ContactCards cards, Readings readings, WhoLooked looked, CaseReader reader) {
        this.cards = cards;
        this.readings = readings;
        this.looked = looked;
        this.reader = reader;
    }

    /** Some readings; {@code next} continues. */
    @Schema(name = "ReadingPage")
    record Page(List<Readings.Reading> readings, @Nullable String next) {}

    @Needs(Scope.IDENTITY)
    @GetMapping("/cases/{caseId}/contact-card")
    @Operation(
            operationId = "contact-card",
            summary = "Name, telephone and address, while a card or reveal of one's own is open")
    ContactCards.ContactCard card(
            @PathVariable UUID caseId,
            @Parameter(description = "The officer for whom an office's system reads")
                    @RequestHeader(name = "Shaodao-Officer", required = false)
                    @Nullable @OneLine
                    String officer,
            @RequestParam(required = false) @Nullable Long minVersion,
            @AuthenticationPrincipal Caller caller) {
        return cards.read(caseId, caller, officer, minVersion);
    }

    @GetMapping("/cases/{caseId}/who-looked")
    @PreAuthorize("hasAnyAuthority('RESIDENT', 'DISTRICT', 'AUDITOR')")
    @Operation(
            operationId = "who-looked",
            summary = "Who read the resident's words or identity, and why, the last one first")
    List<WhoLooked.Looked> whoLooked(@PathVariable UUID caseId, @AuthenticationPrincipal Caller caller, Locale locale) {
        reader.header(caseId, caller, null);
        return looked.at(caseId, MOST, reader.words(locale));
    }

    @Needs(Scope.ADMINISTRATION)
    @GetMapping("/readings")
    @PreAuthorize("hasAuthority('AUDITOR')")
    @Operation(operationId = "readings", summary = "Who read which case's words or identity, the last one first")
    Page readings(
            @RequestParam(required = false) @Nullable UUID caseId,
            @RequestParam(required = false) @Nullable @OneLine String unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST);
        Long before = cursor == null ? null : Cursors.decode(cursor, 1, parts -> Long.valueOf(parts[0]));
        List<Readings.Reading> page = readings.page(caseId, unit, before, most);
        return new Page(
                page, page.size() < most ? null : Cursors.encode(page.getLast().id()));
    }
}
