package org.shaodao.clocks;

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
import org.springframework.stereotype.Component;

/** Works out which clocks a dispatch would start, and why each would be due when it would be. */
@Component
public class ClockPreviews {
    private static final Duration FARTHEST_APPOINTMENT = Duration.ofDays(366);

    private final Documents documents;
    private final Directory directory;
    private final ClockWords words;
    private final Clock clock;

    ClockPreviews(Documents documents, Directory directory, ClockWords words, Clock clock) {
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
    public record Preview(Instant at, VersionRef pack, VersionRef calendar, String clockSet, List<Promise> clocks) {}

    /**
     * One clock.
     *
     * @param lasts how long, in words
     * @param provisional whether it touches a year without a published calendar
     * @param explanation how the due instant was found, step by step
     * @param source where the pack has the limit from; null = of its own making
     */
    public record Promise(
            ClockKind kind,
            String name,
            String lasts,
            Instant dueAt,
            boolean provisional,
            List<String> explanation,
            @Nullable String source) {}

    /**
     * What somebody would be called for.
     *
     * @param whistleKind null = a direct dispatch
     */
    public record Matter(
            String category,
            DemandKind kind,
            Urgency urgency,
            @Nullable String whistleKind,
            DispatchRole role) {}

    /**
     * The clocks that start with a dispatch.
     *
     * @param start when it would be sent
     * @param reportAt the time a whistle appoints; null = at once
     * @param pack another policy pack; null = the one in force
     * @param calendar another calendar; null = the street's own, or the pack's
     * @param street by whose own calendar; null = the caller's
     * @param callers the caller's unit
     */
    public Preview of(
            Matter matter,
            Instant start,
            @Nullable Instant reportAt,
            @Nullable String pack,
            @Nullable String calendar,
            @Nullable String street,
            @Nullable String callers,
            Locale locale) {
        Instant now = clock.instant();
        String whistleKind = matter.whistleKind();
        directory.requireCategory("category", matter.category());
        Versioned<PolicyPack> rules = pack(pack, now);
        if (street != null) {
            directory.requireUnit("street", street, true);
        }
        Versioned<WorkingCalendar> days = calendar == null
                ? calendarOf(street == null ? callers : street, rules.content(), now)
                : calendar(calendar, now);
        if (whistleKind != null) {
            WhistleKind whistle = rules.content()
                    .whistleKind(whistleKind)
                    .orElseThrow(() -> new Refused(new CaseRefusal.UnknownCode("whistleKind", whistleKind)));
            mayBeAppointed(reportAt, start, whistle);
        } else if (reportAt != null) {
            throw Problem.field("whistleKind", "needed");
        }
        ClockSet set = rules.content().clockSetFor(matter.category(), matter.kind(), matter.urgency(), whistleKind);
        return new Preview(
                start,
                rules.ref(),
                days.ref(),
                set.code(),
                Stream.of(ClockKind.values())
                        .filter(clock ->
                                clock.startsWithDispatch(matter.role() == DispatchRole.LEAD, whistleKind != null))
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
