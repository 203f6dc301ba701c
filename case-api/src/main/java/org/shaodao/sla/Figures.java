package org.shaodao.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.demand.Solved;
import org.shaodao.documents.Documents;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.Registry;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.stereotype.Component;

/** Figures as somebody may see them: thresholds and weights are those of the policy pack in force. */
@Component
class Figures {
    private static final LocalDate EARLIEST = LocalDate.parse("2000-01-01");

    /** So many days at most are added up in one answer. */
    private static final int LONGEST = 1_850;

    private static final Set<Count> SIGNALS = EnumSet.of(
            Count.CALLED,
            Count.TRIED,
            Count.EXCLUDED,
            Count.WITHDRAWN,
            Count.MERGED_AFTER_COMPLAINT,
            Count.BECAME_ENQUIRY,
            Count.ENTERED_LATE,
            Count.PARKED_LATE,
            Count.COPIED,
            Count.RAISED);

    private final Sla sla;
    private final Periods periods;
    private final Documents documents;
    private final Yardsticks yardsticks;
    private final Clock clock;

    Figures(Sla sla, Periods periods, Documents documents, Yardsticks yardsticks, Clock clock) {
        this.sla = sla;
        this.periods = periods;
        this.documents = documents;
        this.yardsticks = yardsticks;
        this.clock = clock;
    }

    /**
     * Indicators as known at a moment.
     *
     * @param until the last day
     * @param knownAt now, or the end of the day asked for
     * @param frozen the months in it that are as known when they were frozen; none where another day was asked for
     */
    record Indicators(
            LocalDate from, LocalDate until, Instant knownAt, List<Periods.Period> frozen, List<Group> groups) {}

    /** @param key the unit, street, category or first day of the period; empty = everything, or nobody */
    record Group(String key, List<IndicatorRow> indicators) {}

    /** @param next continues; null = this was the last page */
    record CasesPage(List<CountedCase> cases, @Nullable String next) {}

    /**
     * @param hours demands by weekday and hour, for example {@code 1-09} for Mondays from nine to ten
     * @param places demands by place; those that joined another case are left out
     */
    record Arrivals(SortedMap<String, Long> hours, SortedMap<String, Long> places) {}

    /**
     * @param handedBack hand-backs by ground
     * @param upheld those found right, by ground
     * @param rejected those found wrong, by ground
     * @param suggested disputes that ended, by the unit suggested instead; empty = none known
     * @param designations how often the district had to name somebody
     * @param open disputes still open
     */
    record DisputeStatistics(
            SortedMap<String, Long> handedBack,
            SortedMap<String, Long> upheld,
            SortedMap<String, Long> rejected,
            SortedMap<String, Long> suggested,
            Long designations,
            Long open) {}

    /**
     * What a person should look at in one unit.
     *
     * @param demands how many there were
     * @param callers calls to residents by who called: answered or not
     * @param handlers attempts to contact residents by who tried: answered or not
     * @param lateEntries contacts and arrivals entered late 补录
     * @param copiedReplies final replies in words that the unit used for another case before 雷同答复
     */
    record Signals(
            String unit,
            Long demands,
            SortedMap<String, Calls> callers,
            SortedMap<String, Calls> handlers,
            Long exclusions,
            Long withdrawals,
            Long mergesAfterComplaint,
            Long becameEnquiry,
            SortedMap<String, Long> lateEntries,
            Long parkedShortlyBefore,
            Long copiedReplies) {}

    record Calls(Long answered, Long notReached) {}

    Indicators indicators(FigureRequest request, @Nullable Grouping by, Caller caller) {
        SlaQuery query = query(request, by != null && by != Grouping.PERIOD, caller);
        Scoring scoring = scoring();
        List<Group> groups = sla.by(query, by, EnumSet.allOf(Count.class)).entrySet().stream()
                .map(e -> new Group(e.getKey(), scoring.all(e.getValue())))
                .toList();
        return new Indicators(
                query.from(),
                query.until().minusDays(1),
                sla.moment(query.knownOn()).at(),
                query.knownOn() == null ? periods.within(query.from(), query.until()) : List.of(),
                groups.isEmpty() && by == null ? List.of(new Group("", scoring.all(new Counts()))) : groups);
    }

    /** The weeks of some indicators, from Monday to Monday. */
    List<Line> weeks(FigureRequest request, Caller caller, List<Indicator> indicators) {
        SlaQuery query = query(request, false, caller);
        Scoring scoring = scoring();
        Set<Count> counts = EnumSet.noneOf(Count.class);
        indicators.forEach(indicator -> counts.add(indicator.count()));
        SortedMap<LocalDate, Counts> weeks = new TreeMap<>();
        for (LocalDate monday = Line.monday(query.from());
                monday.isBefore(query.until());
                monday = monday.plusWeeks(1)) {
            weeks.put(monday, new Counts());
        }
        sla.by(query, Grouping.PERIOD, counts)
                .forEach((day, counted) -> weeks.computeIfAbsent(
                                Line.monday(LocalDate.parse(day)), monday -> new Counts())
                        .addAll(counted));
        return indicators.stream()
                .map(indicator -> Line.of(indicator, weeks, scoring))
                .toList();
    }

    CasesPage cases(Behind behind, FigureRequest request, @Nullable CountedCursor after, int limit, Caller caller) {
        By by = caller.by(null);
        CountedPage page = sla.cases(
                query(request, false, caller),
                behind.count(),
                behind.counted(),
                behind.details(documents.registry(clock.instant())),
                behind.indicator().appraised(),
                facts -> facts.knownTo(by),
                after,
                limit);
        return new CasesPage(
                page.cases(), page.next() == null ? null : page.next().encode());
    }

    List<Comparison.Compared> compared(Indicator indicator, FigureRequest request, Caller caller) {
        SlaQuery query = query(request, true, caller);
        return new Comparison(scoring(), indicator)
                .of(sla.by(query, Grouping.UNIT_AND_MATTER, EnumSet.of(indicator.count())));
    }

    List<OverdueStock.Age> overdue(FigureRequest request, Caller caller) {
        SlaQuery query = query(request, false, caller);
        if (query.narrow()) {
            throw Problem.field("unit", "one-of-both");
        }
        return sla.overdue(query.street(), query.unit(), query.knownOn());
    }

    Arrivals arrivals(FigureRequest request, Caller caller) {
        Counts counts = sla.counts(query(request, false, caller));
        return new Arrivals(counts.byDetail(Count.RAISED), counts.byDetail(Count.RAISED_AT, Result.COUNTED));
    }

    /** Demands on the map; null where units are told apart, for no demand is raised at one. */
    @Nullable PlaceMap map(FigureRequest request, Arrivals arrivals, Caller caller) {
        SlaQuery query = query(request, false, caller);
        Registry registry = documents.registry(clock.instant());
        String street = query.street();
        return query.unit() != null
                ? null
                : PlaceMap.of(
                        arrivals.places(),
                        registry,
                        street == null
                                ? null
                                : registry.unit(street)
                                        .map(Registry.Unit::place)
                                        .orElse(null));
    }

    DisputeStatistics disputes(FigureRequest request, Caller caller) {
        Counts counts = sla.counts(query(request, false, caller));
        return new DisputeStatistics(
                counts.byDetail(Count.SENT, Result.HANDED_BACK, Result.UPHELD),
                counts.byDetail(Count.DISPUTED, Result.UPHELD),
                counts.byDetail(Count.DISPUTED, Result.REJECTED),
                counts.byDetail(Count.SUGGESTED),
                counts.sum(Count.DESIGNATED, row -> true),
                counts.sum(Count.OPEN_DISPUTE, row -> true));
    }

    List<Signals> signals(FigureRequest request, Caller caller) {
        return sla.by(query(request, true, caller), Grouping.UNIT, SIGNALS).entrySet().stream()
                .filter(unit -> !unit.getKey().isEmpty())
                .map(unit -> signals(unit.getKey(), unit.getValue()))
                .toList();
    }

    private static Signals signals(String unit, Counts counts) {
        return new Signals(
                unit,
                counts.sum(Count.RAISED, row -> true),
                calls(counts, Count.CALLED),
                calls(counts, Count.TRIED),
                counts.sum(Count.EXCLUDED, row -> row.result() == Result.YES),
                counts.sum(Count.WITHDRAWN, row -> true),
                counts.sum(Count.MERGED_AFTER_COMPLAINT, row -> true),
                counts.sum(Count.BECAME_ENQUIRY, row -> true),
                counts.byDetail(Count.ENTERED_LATE),
                counts.sum(Count.PARKED_LATE, row -> true),
                counts.sum(Count.COPIED, row -> true));
    }

    private static SortedMap<String, Calls> calls(Counts counts, Count count) {
        Map<String, Long> answered = counts.byDetail(count, Result.ANSWERED);
        Map<String, Long> notReached = counts.byDetail(count, Result.NOT_REACHED);
        SortedMap<String, Calls> calls = new TreeMap<>();
        counts.byDetail(count)
                .keySet()
                .forEach(person -> calls.put(
                        person, new Calls(answered.getOrDefault(person, 0L), notReached.getOrDefault(person, 0L))));
        return calls;
    }

    private Scoring scoring() {
        PolicyPack pack = documents.inForce(clock.instant()).pack().content();
        return new Scoring(pack.thresholds(), pack.scales().resolution().getOrDefault(Solved.PARTLY, 0.0));
    }

    private SlaQuery query(FigureRequest request, boolean byMonth, Caller caller) {
        LocalDate today = clock.instant().atZone(yardsticks.zone()).toLocalDate();
        String street = own(request.street(), Role.STREET, caller);
        String unit = own(request.unit(), Role.UNIT, caller);
        boolean months = byMonth || request.category() != null || street != null && unit != null;
        LocalDate from = request.from() == null ? today.withDayOfMonth(1) : request.from();
        LocalDate last = request.until() != null
                ? request.until()
                : months ? today.with(TemporalAdjusters.lastDayOfMonth()) : today;
        if (from.isBefore(EARLIEST)) {
            throw Problem.field("from", "not-yet", EARLIEST, last);
        }
        if (last.isBefore(from) || last.isAfter(from.plusDays(LONGEST))) {
            throw Problem.field("until", "not-yet", from, from.plusDays(LONGEST));
        }
        if (request.knownOn() != null
                && (request.knownOn().isBefore(EARLIEST) || request.knownOn().isAfter(today))) {
            throw Problem.field("knownOn", "not-yet", EARLIEST, today);
        }
        SlaQuery query = new SlaQuery(from, last.plusDays(1), street, unit, request.category(), request.knownOn());
        if (months && !query.wholeMonths()) {
            throw Problem.field(from.getDayOfMonth() == 1 ? "until" : "from", "whole-months");
        }
        return query;
    }

    /** A street sees its own figures, a unit its own. */
    private static @Nullable String own(@Nullable String asked, Role role, Caller caller) {
        if (caller.role() != role) {
            return asked;
        }
        if (asked != null && !asked.equals(caller.unit())) {
            throw new Problem(ProblemCode.FORBIDDEN, Map.of());
        }
        return caller.unit();
    }
}
