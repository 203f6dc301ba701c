package org.shaodao.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.view.Views;

/**
 * 指标. Reads figures: counters that were kept, and what of a day or month still lies ahead. A month that is frozen is
 * read as known when it was, unless a reader asks for another moment.
 */
public final class Sla {
    private final Views views;
    private final FrozenPeriods periods;
    private final ZoneId zone;
    private final Clock clock;

    public Sla(Views views, FrozenPeriods periods, ZoneId zone, Clock clock) {
        this.views = views;
        this.periods = periods;
        this.zone = zone;
        this.clock = clock;
    }

    /** Everything that is counted in a place and time. */
    public Counts counts(SlaQuery query) {
        return by(query, null, EnumSet.allOf(Count.class)).getOrDefault("", new Counts());
    }

    /**
     * The same told apart.
     *
     * @param counts what is asked for
     * @throws IllegalArgumentException if only months can tell, and the query does not begin and end with one
     */
    public SortedMap<String, Counts> by(SlaQuery query, @Nullable Grouping grouping, Collection<Count> counts) {
        boolean months = query.narrow() || grouping != null && grouping != Grouping.PERIOD;
        if (months && !query.wholeMonths()) {
            throw new IllegalArgumentException("Only whole months can be told apart so: " + query);
        }
        List<SlaQuery> parts = query.parts(periods.frozen());
        return views.read(SlaView.NAME, null, jdbc -> {
            SortedMap<String, Counts> groups = new TreeMap<>();
            for (SlaQuery part : parts) {
                new Reading(part, moment(part.knownOn()), grouping, counts, months, zone).figures(jdbc, groups);
            }
            return groups;
        });
    }

    /** 超期存量. Running clocks past due, by age; of a street, a unit or the whole city. */
    public List<OverdueStock.Age> overdue(@Nullable String street, @Nullable String unit, @Nullable LocalDate knownOn) {
        return views.read(SlaView.NAME, null, jdbc -> new OverdueStock(street, unit, moment(knownOn), zone).read(jdbc));
    }

    /**
     * The cases behind a number, the latest first.
     *
     * @param results only those that came out so
     * @param details only those with one of these details; null = any
     * @param appraised whether cases left out of appraisal 剔除 are left out
     * @param visible which cases the reader may know of
     * @param limit rows of a page, at least 1
     */
    public CountedPage cases(
            SlaQuery query,
            Count count,
            Collection<Result> results,
            @Nullable Collection<String> details,
            boolean appraised,
            Predicate<CaseFacts> visible,
            @Nullable CountedCursor after,
            int limit) {
        List<SlaQuery> parts = query.parts(periods.frozen());
        List<CountedPage.Found> rows = views.read(SlaView.NAME, null, jdbc -> {
            List<CountedPage.Found> found = new ArrayList<>();
            for (SlaQuery part : parts) {
                found.addAll(new CasesBehind(part, moment(part.knownOn()), count, results, details, appraised, zone)
                        .found(after, limit + 1 - found.size(), jdbc));
            }
            return found;
        });
        boolean more = rows.size() > limit; // one is asked for beyond the page
        List<CountedPage.Found> page = more ? rows.subList(0, limit) : rows;
        return new CountedPage(
                views.tell(page, CountedPage.Found::upTo, (row, facts) -> row.told(facts, visible)),
                more ? page.getLast().place() : null);
    }

    /** As known when: now, or at the end of a day. */
    public Moment moment(@Nullable LocalDate knownOn) {
        return knownOn == null
                ? new Moment(clock.instant(), null)
                : new Moment(knownOn.plusDays(1).atStartOfDay(zone).toInstant(), knownOn);
    }

    /**
     * As known when.
     *
     * @param at now, or the end of the day
     * @param day null = now
     */
    public record Moment(Instant at, @Nullable LocalDate day) {
        LocalDate today(ZoneId zone) {
            return day == null ? at.atZone(zone).toLocalDate() : day;
        }
    }
}
