package org.shaodao.clocks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.directory.Directory;
import org.shaodao.documents.ClockSet;
import org.shaodao.documents.Documents;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.PolicyPack.WhistleKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.VersionRef;
import org.shaodao.documents.Versioned;
import org.shaodao.fact.Refused;
import org.shaodao.problem.Problem;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
    private static final Duration FARTHEST_APPOINTMENT = Duration.ofDays(366);

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
                    + " where the resident is known")
    Preview preview(
            @RequestParam String category,
            @RequestParam DemandKind kind,
            @RequestParam(defaultValue = "NORMAL") Urgency urgency,
            @RequestParam(required = false) @Nullable String whistleKind,
            @RequestParam(defaultValue = "LEAD") DispatchRole role,
            @RequestParam(required = false) @Nullable Instant at,
            @Parameter(description = "The time a whistle appoints for reporting; left out = at once")
                    @RequestParam(required = false)
                    @Nullable Instant reportAt,
            @Parameter(description = "Another policy pack as id/version, or as id for its version in force now")
                    @RequestParam(required = false)
                    @Nullable String pack,
            @Parameter(description = "Another calendar as id/version, or as id for its version in force now")
                    @RequestParam(required = false)
                    @Nullable String calendar,
            @Parameter(description = "By whose own calendar, where it has one; left out = the caller's")
                    @RequestParam(required = false)
                    @Nullable String street,
            Locale locale,
            @AuthenticationPrincipal Caller caller) {
        Instant now = clock.instant();
        Instant start = at == null ? now : at;
        if (start.isBefore(EARLIEST) || start.isAfter(now.plus(FARTHEST))) {
            throw Problem.field("at", "not-yet", EARLIEST, now.plus(FARTHEST));
        }
        directory.requireCategory("category", category);
        Versioned<PolicyPack> rules = pack(pack, now);
        if (street != null) {
            directory.requireUnit("street", street, true);
        }
        Versioned<WorkingCalendar> days = calendar == null
                ? calendarOf(street == null ? caller.unit() : street, rules.content(), now)
                : calendar(calendar, now);
        if (whistleKind != null) {
            WhistleKind whistle = rules.content()
                    .whistleKind(whistleKind)
                    .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCode("whistleKind", whistleKind)));
            mayBeAppointed(reportAt, start, whistle);
        } else if (reportAt != null) {
            throw Problem.field("whistleKind", "needed");
        }
        ClockSet set = rules.content().clockSetFor(category, kind, urgency, whistleKind);
        return new Preview(
                start,
                rules.ref(),
                days.ref(),
                set.code(),
                Stream.of(ClockKind.values())
                        .filter(clock -> clock.startsWithDispatch(role == DispatchRole.LEAD, whistleKind != null))
                        .flatMap(clock -> promise(clock, set, start, reportAt, days.content(), locale).stream())
                        .sorted(Comparator.comparing(Promise::dueAt).thenComparing(Promise::kind))
                        .toList());
    }

    private Versioned<PolicyPack> pack(@Nullable String named, Instant now) {
        return named == null
                ? documents.inForce(now).pack()
                : documents.pack(named, now).orElseThrow(() -> new Refused(new CaseRefusal.UnknownCode("pack", named)));
    }

    private Versioned<WorkingCalendar> calendar(String named, Instant now) {
        return documents
                .calendar(named, now)
                .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCode("calendar", named)));
    }

    /** The street's own calendar, where it has one that is in force; otherwise the one that the pack names. */
    private Versioned<WorkingCalendar> calendarOf(@Nullable String street, PolicyPack pack, Instant now) {
        return Optional.ofNullable(street)
                .flatMap(documents.registry(now)::unit)
                .map(Registry.Unit::calendar)
                .flatMap(own -> documents.calendar(own, now))
                .orElseGet(() -> calendar(pack.calendar(), now));
    }

    /** What the whistle itself would be refused for. */
    private static void mayBeAppointed(@Nullable Instant reportAt, Instant start, WhistleKind whistle) {
        if (reportAt == null) {
            return;
        }
        if (reportAt.isBefore(start) || reportAt.isAfter(start.plus(FARTHEST_APPOINTMENT))) {
            throw Problem.field("reportAt", "too-far");
        }
        Integer notice = whistle.minimumNoticeMinutes();
        if (reportAt.isBefore(start.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(notice)))) {
            throw new Refused(new CaseRefusal.TooLittleNotice(reportAt, notice));
        }
    }

    private Optional<Promise> promise(
            ClockKind kind,
            ClockSet set,
            Instant start,
            @Nullable Instant reportAt,
            WorkingCalendar calendar,
            Locale locale) {
        return set.rule(kind)
                .map(rule -> kind == ClockKind.ARRIVAL && reportAt != null && reportAt.isAfter(start)
                        ? promise(
                                kind,
                                words.appointed(locale),
                                Reckoning.appointed(start, reportAt, calendar),
                                null,
                                locale)
                        : promise(
                                kind,
                                kind == ClockKind.PROGRESS ? words.half(locale) : words.span(rule.span(), locale),
                                rule.due(kind, start, calendar),
                                rule.source(),
                                locale));
    }

    private Promise promise(ClockKind kind, String lasts, Due due, @Nullable String source, Locale locale) {
        return new Promise(
                kind,
                words.name(kind, locale),
                lasts,
                due.at(),
                due.provisional(),
                words.explanation(due, locale),
                source);
    }
}
