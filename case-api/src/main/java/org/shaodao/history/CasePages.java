package org.shaodao.history;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.OfferedSteps;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;
import org.shaodao.lanes.LanePictures;
import org.shaodao.parts.UnitSteps;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** 案卷: where does it stand, and who holds it? */
@Controller
class CasePages {
    private static final int ROWS = 40;
    private static final int ENTRIES_FOR_THE_STANDING = 500;

    /** Who may ask who the resident is. */
    private static final Set<Role> MAY_ASK = EnumSet.of(Role.UNIT, Role.STREET, Role.DISTRICT, Role.AUDITOR);

    private final CaseReader reader;
    private final Histories histories;
    private final LanePictures lanes;
    private final Rulebook rules;
    private final Clock clock;

    CasePages(CaseReader reader, Histories histories, LanePictures lanes, Rulebook rules, Clock clock) {
        this.reader = reader;
        this.histories = histories;
        this.lanes = lanes;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/cases")
    @PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT', 'AUDITOR')")
    String cases(
            @RequestParam(required = false) @Nullable String cursor,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        model.addAttribute(
                "page",
                histories.list(
                        caller.role() == Role.STREET ? caller.unit() : null,
                        cursor == null ? null : CaseCursor.decode(cursor),
                        ROWS));
        model.addAttribute("cursor", cursor);
        model.addAttribute("words", reader.words(locale));
        return "history/cases";
    }

    @GetMapping("/cases/{caseId}")
    String one(
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable Long beyond,
            @RequestParam(required = false) @Nullable String tab,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String unit,
            @AuthenticationPrincipal Caller caller,
            Model model,
            Locale locale) {
        CaseHeader header = reader.header(caseId, caller, null);
        Words words = reader.words(locale);
        model.addAttribute("header", header);
        model.addAttribute("back", back(header, caller, tab, cursor));
        List<CaseEntry> oldestFirst = histories.latest(caseId, ENTRIES_FOR_THE_STANDING); // few cases have more
        model.addAttribute("standing", Standing.of(header, oldestFirst));
        model.addAttribute("picture", lanes.of(header, oldestFirst, clock.instant(), locale));
        model.addAttribute("steps", Spine.of(header));
        model.addAttribute("history", history(header, caller, beyond, unit, words));
        model.addAttribute("unit", unit == null || unit.isBlank() ? null : unit);
        model.addAttribute(
                "units",
                header.dispatches().stream().map(CaseDispatch::unit).distinct().toList());
        model.addAttribute("actions", actions(header, caller));
        model.addAttribute("mayAsk", MAY_ASK.contains(caller.role()));
        model.addAttribute("words", words);
        return "history/case";
    }

    /** A page of the history, or all of it that one unit did or is told of. */
    private CaseReader.Page history(
            CaseHeader header, Caller caller, @Nullable Long beyond, @Nullable String unit, Words words) {
        if (unit == null || unit.isBlank()) {
            return reader.entries(header, caller, EntryOrder.NEWEST_FIRST, beyond, ROWS, words);
        }
        CaseReader.Page page =
                reader.entries(header, caller, EntryOrder.NEWEST_FIRST, beyond, ENTRIES_FOR_THE_STANDING, words);
        return new CaseReader.Page(
                page.entries().stream()
                        .filter(entry -> unit.equals(entry.facts().get("unit"))
                                || unit.equals(entry.by().unitId()))
                        .toList(),
                page.next(),
                page.alias());
    }

    /** A step that may be taken now, and where. */
    record Action(String step, String href) {}

    /** What a unit may do with its dispatch it does in its inbox, what an office may do at its desk, where the forms are. */
    private List<Action> actions(CaseHeader header, Caller caller) {
        return switch (caller.role()) {
            case STREET -> List.of(new Action("at-the-console", "/console?open=" + header.caseId()));
            case DISTRICT -> List.of(new Action("at-the-district", "/district?open=" + header.caseId()));
            case UNIT -> ofItsDispatch(header, caller);
            case RESIDENT, GRID_WORKER, COMMUNITY, AUDITOR, ADMINISTRATOR, OUTSIDE, SYSTEM -> List.of();
        };
    }

    private List<Action> ofItsDispatch(CaseHeader header, Caller caller) {
        int own = header.latestOf(caller.unit());
        if (own == 0) {
            return List.of();
        }
        return histories
                .facts(header.caseId(), caller.by(null), null)
                .map(facts -> new OfferedSteps(header.caseId(), facts, caller.by(null), own, rules).of(UnitSteps.ALL))
                .orElse(Set.of())
                .stream()
                .map(step ->
                        new Action(step, "/inbox?tab=IN_HAND&open=%s.%d&form=%s".formatted(header.caseId(), own, step)))
                .toList();
    }

    /** The row from which the reader came, if they have a list. */
    private static @Nullable String back(
            CaseHeader header, Caller caller, @Nullable String tab, @Nullable String cursor) {
        UriComponentsBuilder list = switch (caller.role()) {
            case UNIT ->
                UriComponentsBuilder.fromPath("/inbox")
                        .queryParamIfPresent("tab", Optional.ofNullable(tab))
                        .fragment("case-" + header.caseId() + '-' + header.latestOf(caller.unit()));
            case STREET, DISTRICT, AUDITOR ->
                UriComponentsBuilder.fromPath("/cases").fragment("case-" + header.caseId());
            case RESIDENT, GRID_WORKER, COMMUNITY, ADMINISTRATOR, OUTSIDE, SYSTEM -> null;
        };
        return list == null
                ? null
                : list.queryParamIfPresent("cursor", Optional.ofNullable(cursor))
                        .encode()
                        .toUriString();
    }
}
