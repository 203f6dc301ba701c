package org.shaodao.suggestions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.directory.Directory;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Documents;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;
import org.shaodao.documents.Suggestions;
import org.shaodao.documents.Suggestions.Reason;
import org.shaodao.documents.Suggestions.Suggestion;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Refused;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What catalogue and duty list in force say about a matter, for those who call units. */
@RestController
@RequestMapping("/api/v1/suggestions")
@PreAuthorize("hasAnyAuthority('STREET', 'DISTRICT')")
@Tag(name = "suggestions", description = "派单建议: whom to call, and why")
class SuggestionController {
    private final Documents documents;
    private final Directory directory;
    private final Clock clock;

    SuggestionController(Documents documents, Directory directory, Clock clock) {
        this.documents = documents;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * A unit to be called. Of several that lead one is meant.
     *
     * @param document which kind of document says so
     * @param code its entry
     * @param reason why, in words
     * @param source the number of the ruling an entry of the catalogue came from, or the person who entered it; null = a
     *     duty
     */
    record SuggestedUnit(
            String unit,
            UnitKind kind,
            String zh,
            String en,
            DispatchRole role,
            DocumentKind document,
            String code,
            String reason,
            @Nullable String source) {
        static SuggestedUnit of(Suggestion suggestion, Locale locale) {
            return switch (suggestion.reason()) {
                case Reason.Said(var entry) ->
                    of(suggestion, DocumentKind.DISPATCH_CATALOGUE, entry.code(), entry.reason(), entry.source());
                case Reason.Owed(var duty) ->
                    of(
                            suggestion,
                            DocumentKind.DUTY_LIST,
                            duty.code(),
                            locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? duty.en() : duty.zh(),
                            null);
            };
        }

        private static SuggestedUnit of(
                Suggestion suggestion, DocumentKind document, String code, String reason, @Nullable String source) {
            Unit unit = suggestion.unit();
            return new SuggestedUnit(
                    unit.code(),
                    unit.kind(),
                    unit.zh(),
                    unit.en(),
                    suggestion.leads() ? DispatchRole.LEAD : DispatchRole.ASSISTING,
                    document,
                    code,
                    reason,
                    source);
        }
    }

    @GetMapping
    @Operation(
            operationId = "suggestions",
            summary = "派单建议 Whom the street of a place should call for a category, and why; of several that lead one")
    List<SuggestedUnit> suggestions(@RequestParam String category, @RequestParam String place, Locale locale) {
        directory.requireCategory("category", category);
        InForce rules = documents.inForce(clock.instant());
        Place where = rules.registry()
                .content()
                .place(place)
                .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCode("place", place)));
        return Suggestions.at(where, category, rules).stream()
                .map(suggestion -> SuggestedUnit.of(suggestion, locale))
                .toList();
    }
}
