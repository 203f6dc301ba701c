package org.shaodao.disputes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.documents.DispatchCatalogue;
import org.shaodao.documents.Documents;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.fact.Role;
import org.shaodao.problem.OneLine;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.view.NotOlderThan;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Disputes for those who take part in them; precedents for every office. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyAuthority('STREET', 'UNIT', 'DISTRICT', 'AUDITOR')")
@Tag(name = "disputes", description = "派单异议: who must act, where a unit says that it is not the one")
class DisputesController {
    private static final int MOST = 200;

    private final Disputes disputes;
    private final Documents documents;
    private final Clock clock;

    DisputesController(Disputes disputes, Documents documents, Clock clock) {
        this.disputes = disputes;
        this.documents = documents;
        this.clock = clock;
    }

    /** Open disputes, the longest open first; {@code next} continues. */
    record OpenDisputes(List<DisputeRow> disputes, @Nullable String next) {}

    /** Rulings, the last first; {@code next} continues. */
    record Precedents(
            List<PrecedentRow> precedents, @Nullable String next) {}

    @GetMapping("/disputes")
    @Operation(
            operationId = "disputes",
            summary = "Open disputes: a street's own, those a unit raised or is suggested in, all for the district")
    OpenDisputes open(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal Caller caller) {
        DisputePage<DisputeRow> page = disputes.open(
                caller.role() == Role.STREET ? caller.unit() : null,
                caller.role() == Role.UNIT ? caller.unit() : null,
                cursor == null ? null : DisputeCursor.decode(cursor),
                Math.clamp(limit, 1, MOST));
        return new OpenDisputes(page.rows(), next(page));
    }

    @GetMapping("/precedents")
    @Operation(operationId = "precedents", summary = "裁定先例 Rulings, by what they are about")
    Precedents precedents(
            @Parameter(description = "Its beginning counts: heating finds heating/cold-home too")
                    @RequestParam(required = false)
                    @OneLine
                    @Nullable String category,
            @RequestParam(required = false) @Nullable PlaceKind placeKind,
            @RequestParam(required = false) @OneLine @Nullable String ground,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        DisputePage<PrecedentRow> page = disputes.precedents(new PrecedentQuery(
                category,
                placeKind == null ? null : places(placeKind),
                ground,
                cursor == null ? null : DisputeCursor.decode(cursor),
                Math.clamp(limit, 1, MOST)));
        return new Precedents(page.rows(), next(page));
    }

    @GetMapping("/precedents/{caseId}/{dispatch}/catalogue-entry")
    @Operation(
            operationId = "catalogue-entry",
            summary = "What the dispatch catalogue should learn from a ruling: an entry ready to be published")
    DispatchCatalogue.Entry catalogueEntry(
            @PathVariable UUID caseId,
            @PathVariable int dispatch,
            @RequestParam(required = false) @Nullable Long minVersion) {
        return disputes.precedent(caseId, dispatch, minVersion == null ? null : new NotOlderThan(caseId, minVersion))
                .filter(PrecedentRow::catalogue)
                .flatMap(ruling ->
                        Optional.ofNullable(ruling.responsible()).map(responsible -> entry(ruling, responsible)))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
    }

    private DispatchCatalogue.Entry entry(PrecedentRow ruling, String responsible) {
        String number = ruling.number() + '/' + ruling.dispatch();
        return new DispatchCatalogue.Entry(
                number,
                ruling.category(),
                registry().place(ruling.place()).map(Registry.Place::kind).orElse(null),
                responsible,
                null,
                List.of(),
                ruling.headnote(),
                number);
    }

    private List<String> places(PlaceKind kind) {
        return registry().places().values().stream()
                .filter(place -> place.kind() == kind)
                .map(Registry.Place::code)
                .toList();
    }

    private Registry registry() {
        return documents.registry(clock.instant());
    }

    private static @Nullable String next(DisputePage<?> page) {
        return page.next() == null ? null : page.next().encode();
    }
}
