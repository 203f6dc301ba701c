package org.shaodao.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.ExtensionEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.LinkEvent;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.SampleRules;
import org.shaodao.sla.ByBruteForce.Item;
import org.shaodao.view.RandomCases;
import org.shaodao.view.Recorded;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

/** Every figure that is kept equals the one counted from the log, whatever chance brought about and whenever one asks. */
class IndicatorsByBruteForceTest {
    private static final int SEEDS = 60;
    private static final Instant LONG_AFTER = Instant.parse("2026-06-15T03:30:00Z");
    private static final Scoring SCORING =
            new Scoring(SampleRules.RULES.pack().content().thresholds(), 0);

    /** More time for a dispatch, which chance seldom brings about. */
    private static final RandomCases.Step EXTENDED = new RandomCases.Step(
            new UUID(78, 78),
            Sample.events().stream()
                    .filter(event -> event instanceof IntakeEvent.Raised
                            || event instanceof CallingEvent.Dispatched
                            || event instanceof ClockEvent.ClocksStarted
                            || event instanceof ExtensionEvent.ExtensionGranted)
                    .toList(),
            Sample.MORNING);

    /** Closed, opened again, and then ended as what is handled elsewhere already: it was never closed for good. */
    private static final RandomCases.Step ENDED_OTHERWISE = new RandomCases.Step(
            new UUID(79, 79),
            List.of(
                    Sample.raised(new UUID(79, 79), Sample.MORNING),
                    Sample.closed(),
                    Sample.reopened(),
                    new LinkEvent.DuplicateNoted(Sample.OFFICER, Sample.minutes(2000), Sample.words("市级平台已在办理"))),
            Sample.MORNING);

    private static final List<Recorded> LOG = new ArrayList<>();
    private static Town town;
    private static Views views;

    @BeforeAll
    static void manyLives() {
        town = new Town();
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new SlaView(new Measuring())));
        node.start();
        views = new Views(node);
        Map<UUID, Long> versions = new HashMap<>();
        for (long seed = 0; seed <= SEEDS; seed++) {
            List<RandomCases.Step> steps =
                    seed == SEEDS ? List.of(EXTENDED, ENDED_OTHERWISE) : new RandomCases(seed, 4).steps(240);
            town.recordAll(steps);
            for (RandomCases.Step step : steps) {
                for (CaseEvent event : step.events()) {
                    long version = versions.merge(step.caseId(), 0L, (old, zero) -> old + 1);
                    LOG.add(new Recorded(step.caseId(), version, step.at(), event));
                }
            }
        }
        await().atMost(Duration.ofMinutes(1))
                .until(() -> node.status("sla")
                        .live()
                        .filter(live -> live.progress().lag() == 0)
                        .isPresent());
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void chance_brought_about_something_for_every_indicator() {
        Set<Indicator> seen = EnumSet.noneOf(Indicator.class);
        Set<Indicator> counted = EnumSet.noneOf(Indicator.class);
        items(LONG_AFTER).forEach(item -> {
            seen.add(item.indicator());
            if (item.numerator()) {
                counted.add(item.indicator());
            }
        });
        assertThat(seen).containsExactlyInAnyOrder(Indicator.values());
        assertThat(counted)
                .containsAll(Stream.of(Indicator.values())
                        .filter(indicator -> indicator.shape() == Indicator.Shape.RATE)
                        .filter(indicator -> indicator != Indicator.VERDICT_GAP) // told by hand elsewhere
                        .toList());
    }

    @Test
    void as_known_now_for_the_city_each_street_and_each_unit() {
        for (Instant now : List.of(LONG_AFTER, Sample.minutes(60 * 30), Sample.minutes(60 * 24 * 6 + 17))) {
            Sla sla = sla(now);
            SlaQuery all = query(null, null, null, null);
            same(sla, all, now);
            same(sla, all.withStreet(Sample.STREET), now);
            same(sla, all.withUnit(Sample.HEATING), now);
            same(sla, all.withUnit(Sample.HOUSING), now);
            same(sla, all.withUnit("unknown"), now);
            same(sla, all.withFrom(LocalDate.parse("2026-01-13")).withUntil(LocalDate.parse("2026-01-16")), now);
        }
    }

    @Test
    void as_known_now_by_month_where_more_than_one_thing_is_asked_for() {
        SlaQuery months = query(null, null, null, null);
        for (Instant now : List.of(LONG_AFTER, Sample.minutes(60 * 40))) {
            Sla sla = sla(now);
            same(sla, months.withStreet(Sample.STREET).withUnit(Sample.HEATING), now);
            same(sla, months.withCategory("heating/cold-home"), now);
            same(sla, months.withCategory("heat"), now);
            same(sla, months.withCategory("heating").withUnit(Sample.HOUSING), now);
        }
    }

    @Test
    void as_known_then() {
        Sla sla = sla(LONG_AFTER);
        for (String day : List.of("2026-01-12", "2026-01-13", "2026-01-14", "2026-01-20", "2026-03-01")) {
            SlaQuery then = query(null, null, null, LocalDate.parse(day));
            Instant end =
                    then.knownOn().plusDays(1).atStartOfDay(Measuring.ZONE).toInstant();
            same(sla, then, end.minusMillis(1));
            same(sla, then.withUnit(Sample.HEATING), end.minusMillis(1));
            same(sla, then.withUnit(Sample.HEATING).withStreet(Sample.STREET), end.minusMillis(1));
        }
    }

    @Test
    void what_is_frozen_stays_as_known_then_while_everything_else_goes_on() {
        YearMonth january = YearMonth.of(2026, 1);
        LocalDate then = LocalDate.parse("2026-01-14"); // in the middle, as these lives are short
        Sla frozen = sla(LONG_AFTER, new TreeMap<>(Map.of(january, then)));
        Sla free = sla(LONG_AFTER);
        SlaQuery all = query(null, null, null, null);
        SlaQuery january1 = all.withUntil(LocalDate.parse("2026-02-01"));
        for (SlaQuery query : List.of(all, all.withUnit(Sample.HEATING), all.withCategory("heating"))) {
            Counts expected = new Counts();
            expected.addAll(free.counts(query.withUntil(january1.until()).withKnownOn(then)));
            expected.addAll(free.counts(query.withFrom(january1.until())));
            assertThat(SCORING.all(frozen.counts(query))).isEqualTo(SCORING.all(expected));
        }
        SlaQuery days = all.withFrom(LocalDate.parse("2026-01-14")).withUntil(LocalDate.parse("2026-01-17"));
        assertThat(SCORING.all(frozen.counts(days))).isEqualTo(SCORING.all(free.counts(days.withKnownOn(then))));
        assertThat(SCORING.all(frozen.counts(january1)))
                .as("something became known after the freeze")
                .isNotEqualTo(SCORING.all(free.counts(january1)));
        assertThat(SCORING.all(frozen.counts(january1.withKnownOn(LocalDate.parse("2026-06-14")))))
                .as("unless somebody asks for another moment")
                .isEqualTo(SCORING.all(free.counts(january1)));
        for (Indicator indicator : Indicator.values()) {
            assertThat(listed(frozen, all, indicator))
                    .as("%s", indicator)
                    .isEqualTo(SCORING.row(indicator, frozen.counts(all)).denominator());
        }
    }

    @Test
    void behind_every_number_are_its_cases() {
        Sla sla = sla(LONG_AFTER);
        for (SlaQuery query : List.of(
                query(null, null, null, null),
                query(null, Sample.HEATING, null, null),
                query(null, null, null, LocalDate.parse("2026-01-13")))) {
            for (Indicator indicator : Indicator.values()) {
                long n = SCORING.row(indicator, sla.counts(query)).denominator();
                assertThat(listed(sla, query, indicator))
                        .as("%s %s", indicator, query)
                        .isEqualTo(n);
            }
        }
    }

    @Test
    void grouped_figures_are_those_of_each_group() {
        Sla sla = sla(LONG_AFTER);
        SlaQuery all = query(null, null, null, null);
        sla.by(all, Grouping.UNIT, EnumSet.allOf(Count.class)).forEach((unit, counts) -> {
            if (!unit.isEmpty()) {
                assertThat(SCORING.all(counts)).as(unit).isEqualTo(SCORING.all(sla.counts(all.withUnit(unit))));
            }
        });
        sla.by(all, Grouping.PERIOD, EnumSet.allOf(Count.class)).forEach((day, counts) -> {
            LocalDate date = LocalDate.parse(day);
            assertThat(SCORING.all(counts))
                    .as(day)
                    .isEqualTo(SCORING.all(sla.counts(all.withFrom(date).withUntil(date.plusDays(1)))));
        });
    }

    @Test
    void the_overdue_stock_is_every_running_clock_past_due_by_its_age() {
        for (Instant now : List.of(Sample.minutes(60 * 30), Sample.minutes(60 * 24 * 9 + 5), LONG_AFTER)) {
            assertThat(sla(now).overdue(null, null, null)).isEqualTo(overdue(Instant.MAX, now));
        }
        LocalDate day = LocalDate.parse("2026-01-13");
        Instant end = day.plusDays(1).atStartOfDay(Measuring.ZONE).toInstant();
        assertThat(sla(LONG_AFTER).overdue(null, null, day)).isEqualTo(overdue(end, end));
    }

    private static List<OverdueStock.Age> overdue(Instant known, Instant at) {
        int[] ends = {0, 1, 3, 7, 15};
        List<OverdueStock.Age> ages = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            Instant until = at.minus(Duration.ofDays(ends[i]));
            Instant from = i + 1 < ends.length ? at.minus(Duration.ofDays(ends[i + 1])) : Instant.MIN;
            TreeMap<String, Long> kinds = new TreeMap<>();
            ByBruteForce.byCase(LOG, known)
                    .values()
                    .forEach(events -> running(events).stream()
                            .filter(c -> c.dueAt().isBefore(until) && !c.dueAt().isBefore(from))
                            .forEach(c -> kinds.merge(c.kind().name(), 1L, Long::sum)));
            ages.add(new OverdueStock.Age(ends[i], i + 1 < ends.length ? ends[i + 1] : null, kinds));
        }
        return ages;
    }

    private static List<ClockFacts> running(List<Recorded> events) {
        CaseFacts facts = ByBruteForce.last(events);
        return facts == null
                ? List.of()
                : facts.clocks().stream().filter(ByBruteForce::running).toList();
    }

    private static long listed(Sla sla, SlaQuery query, Indicator indicator) {
        long n = 0;
        CountedCursor cursor = null;
        do {
            CountedPage page = sla.cases(
                    query,
                    indicator.count(),
                    EnumSet.allOf(Result.class),
                    null,
                    indicator.appraised(),
                    facts -> true,
                    cursor,
                    37);
            n += page.cases().size();
            cursor = page.next();
        } while (cursor != null);
        return n;
    }

    private static void same(Sla sla, SlaQuery query, Instant moment) {
        Counts counts = sla.counts(query);
        List<Item> all = items(query.knownOn() == null ? Instant.MAX : moment.plusMillis(1)).stream()
                .filter(item -> in(item, query, moment))
                .toList();
        for (Indicator indicator : Indicator.values()) {
            String as = indicator + " " + query + " at " + moment;
            IndicatorRow row = SCORING.row(indicator, counts);
            List<Item> raw =
                    all.stream().filter(item -> item.indicator() == indicator).toList();
            List<Item> mine = raw.stream()
                    .filter(item -> !indicator.appraised() || !item.excluded())
                    .toList();
            assertThat(row.denominator()).as(as).isEqualTo(mine.size());
            switch (indicator.shape()) {
                case RATE -> {
                    assertThat(row.numerator()).as(as).isEqualTo(numerator(mine));
                    if (indicator.appraised()) {
                        assertThat(row.raw()).as(as).isEqualTo(new IndicatorRow.Raw(numerator(raw), (long) raw.size()));
                    }
                }
                case STOCK -> assertThat(row.rate()).isNull();
                case DURATION -> {
                    near(row.median(), mine, 0.5, as);
                    near(row.ninthDecile(), mine, 0.9, as);
                }
                case MEAN -> {
                    assertThat(row.numerator()).as(as).isEqualTo(numerator(mine));
                    if (!mine.isEmpty()) {
                        assertThat(row.mean())
                                .as(as)
                                .isCloseTo(
                                        mine.stream()
                                                .mapToDouble(Item::value)
                                                .average()
                                                .orElseThrow(),
                                        within(1e-9));
                    }
                }
            }
        }
    }

    private static double numerator(List<Item> items) {
        return items.stream().filter(Item::numerator).count();
    }

    private static void near(@Nullable Double quantile, List<Item> items, double share, String as) {
        List<Double> sorted = items.stream().map(Item::value).sorted().toList();
        if (sorted.isEmpty()) {
            assertThat(quantile).as(as).isNull();
            return;
        }
        double exact = sorted.get(Math.max(1, (int) Math.ceil(share * sorted.size())) - 1);
        if (exact < 1) {
            assertThat(quantile).as(as).isZero();
        } else {
            assertThat(quantile).as(as).isCloseTo(exact, within(0.05 * exact));
        }
    }

    private static boolean in(Item item, SlaQuery query, Instant moment) {
        LocalDate day = item.at().atZone(Measuring.ZONE).toLocalDate();
        return !item.at().isAfter(moment)
                && !day.isBefore(query.from())
                && day.isBefore(query.until())
                && (query.street() == null || query.street().equals(item.street()))
                && (query.unit() == null || query.unit().equals(item.unit()))
                && (query.category() == null
                        || item.category().equals(query.category())
                        || item.category().startsWith(query.category() + "/"));
    }

    private static List<Item> items(Instant until) {
        Map<UUID, List<Recorded>> cases = ByBruteForce.byCase(LOG, until);
        return cases.values().stream()
                .flatMap(events -> ByBruteForce.items(events, cases.values()).stream())
                .toList();
    }

    private static SlaQuery query(
            @Nullable String street, @Nullable String unit, @Nullable String category, @Nullable LocalDate knownOn) {
        return new SlaQuery(
                LocalDate.parse("2026-01-01"), LocalDate.parse("2026-07-01"), street, unit, category, knownOn);
    }

    private static Sla sla(Instant now) {
        return sla(now, new TreeMap<>());
    }

    private static Sla sla(Instant now, SortedMap<YearMonth, LocalDate> frozen) {
        return new Sla(views, () -> frozen, Measuring.ZONE, Clock.fixed(now, Measuring.ZONE));
    }
}
