package org.shaodao.clocks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.directory.Directory;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.ClockSet;
import org.shaodao.documents.Documents;
import org.shaodao.documents.InForce;
import org.shaodao.documents.VersionRef;
import org.shaodao.fact.Refused;
import org.shaodao.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which clocks a dispatch would start, before anybody is dispatched. */
@RestController
@RequestMapping("/api/v1/clocks")
@PreAuthorize("!hasAuthority('RESIDENT')")
@Tag(name = "clocks", description = "时限: how long everybody has, and why")
class ClockController {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration FARTHEST = Duration.ofDays(3_660);

    private final Documents documents;
    private final Directory directory;
    private final ClockWords words;
    private final Clock clock;

    ClockController(Documents documents, Directory directory, ClockWords words, Clock clock) {
        this.documents = documents;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The clocks of one kind of matter, the first to be due first.
     *
     * @param pack the policy pack that says so
     * @param calendar by which working time was counted
     * @param clockSet which of the pack's sets fits
     */
    record Preview(Instant at, VersionRef pack, VersionRef calendar, String clockSet, List<Promise> clocks) {}

    /**
     * One clock.
     *
     * @param lasts how long, in words
     * @param provisional whether it touches a year without a published calendar
     * @param explanation how the due instant was found, step by step
     * @param source where the pack has the limit from; null = of its own making
     */
    record Promise(
            ClockKind kind,
            String name,
            String lasts,
            Instant dueAt,
            boolean provisional,
            List<String> explanation,
            @Nullable String source) {}

    @GetMapping("/preview")
    @Operation(
            operationId = "preview-clocks",
            summary = "The clocks a dispatch of such a matter would start at a moment, with due instants and reasons,"
                    + " where the resident is known and no time is appointed")
    Preview preview(
            @RequestParam String category,
            @RequestParam DemandKind kind,
            @RequestParam(defaultValue = "NORMAL") Urgency urgency,
            @RequestParam(required = false) @Nullable String whistleKind,
            @RequestParam(defaultValue = "LEAD") DispatchRole role,
            @RequestParam(required = false) @Nullable Instant at,
            Locale locale) {
        Instant now = clock.instant();
        Instant start = at == null ? now : at;
        if (start.isBefore(EARLIEST) || start.isAfter(now.plus(FARTHEST))) {
            throw Problem.field("at", "not-yet", EARLIEST, now.plus(FARTHEST));
        }
        directory.requireCategory("category", category);
        InForce rules = documents.inForce(now);
        if (whistleKind != null
                && rules.pack().content().whistleKind(whistleKind).isEmpty()) {
            throw new Refused(new CaseRefusal.UnknownCode("whistleKind", whistleKind));
        }
        ClockSet set = rules.pack().content().clockSetFor(category, kind, urgency, whistleKind);
        return new Preview(
                start,
                rules.pack().ref(),
                rules.calendar().ref(),
                set.code(),
                Stream.of(ClockKind.values())
                        .filter(clock -> clock.startsWithDispatch(role == DispatchRole.LEAD, whistleKind != null))
                        .flatMap(clock -> promise(clock, set, start, rules, locale).stream())
                        .sorted(Comparator.comparing(Promise::dueAt).thenComparing(Promise::kind))
                        .toList());
    }

    private Optional<Promise> promise(ClockKind kind, ClockSet set, Instant start, InForce rules, Locale locale) {
        Optional<ClockRule> rule = set.rule(kind);
        return set.due(kind, start, rules.calendar().content())
                .map(due -> new Promise(
                        kind,
                        words.name(kind, locale),
                        rule.map(own -> words.span(own.span(), locale)).orElseGet(() -> words.half(locale)),
                        due.at(),
                        due.provisional(),
                        words.explanation(due, locale),
                        rule.map(ClockRule::source).orElse(null)));
    }
}
