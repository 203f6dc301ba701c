package org.shaodao.sla;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.DocumentDesk;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Documents;
import org.shaodao.documents.Documents.PublishedPeriod;
import org.shaodao.problem.Problem;
import org.shaodao.web.RequestMark;
import org.springframework.stereotype.Component;

/** 统计期. Months whose figures are frozen: what becomes known later changes them only by a correction that says why. */
@Component
class Periods implements FrozenPeriods {
    private final Documents documents;
    private final DocumentDesk desk;
    private final Yardsticks yardsticks;
    private final Clock clock;

    Periods(Documents documents, DocumentDesk desk, Yardsticks yardsticks, Clock clock) {
        this.documents = documents;
        this.desk = desk;
        this.yardsticks = yardsticks;
        this.clock = clock;
    }

    /**
     * A frozen month.
     *
     * @param knownOn its figures are as known at the end of this day
     * @param history the freeze, then every correction
     */
    record Period(YearMonth month, LocalDate knownOn, List<Change> history) {}

    /**
     * A freeze, or a correction.
     *
     * @param at when it was made
     * @param by account of who made it
     * @param reason why; left out where nobody said
     */
    record Change(
            LocalDate knownOn,
            Instant at,
            String by,
            @Nullable String reason) {}

    @Override
    public SortedMap<YearMonth, LocalDate> frozen() {
        SortedMap<YearMonth, LocalDate> frozen = new TreeMap<>();
        documents
                .periods()
                .forEach(
                        (month, all) -> frozen.put(month, all.getLast().period().knownOn()));
        return frozen;
    }

    /** All that are frozen, the latest first. */
    List<Period> all() {
        return documents.periods().values().stream().map(Periods::told).toList().reversed();
    }

    /** Those of them that a time touches, the earliest first. */
    List<Period> within(LocalDate from, LocalDate until) {
        return documents.periods().values().stream()
                .map(Periods::told)
                .filter(period -> period.month().atDay(1).isBefore(until)
                        && !period.month().atEndOfMonth().isBefore(from))
                .toList();
    }

    /**
     * Freezes the figures of a month, or corrects what is frozen; as known on the same day again changes nothing.
     *
     * @param knownOn a day that is over; later than before
     * @param reason why; needed for a correction
     * @throws Problem naming the field and what would be right
     */
    Period freeze(YearMonth month, LocalDate knownOn, @Nullable String reason, RequestMark mark) {
        List<PublishedPeriod> before = documents.periods().getOrDefault(month, List.of());
        LocalDate yesterday = yesterday();
        if (yesterday.isBefore(month.atEndOfMonth())) {
            throw Problem.field("month", "month-over");
        }
        if (knownOn.isAfter(yesterday)) {
            throw Problem.field("knownOn", "not-after", yesterday);
        }
        if (!before.isEmpty() && before.getLast().period().knownOn().equals(knownOn)) {
            return told(before);
        }
        LocalDate earliest = earliest(month, before);
        if (knownOn.isBefore(earliest)) {
            throw Problem.field("knownOn", "not-before", earliest);
        }
        if (!before.isEmpty() && (reason == null || reason.isBlank())) {
            throw Problem.field("reason", "needed");
        }
        String version = String.valueOf(before.size() + 1);
        desk.publish(
                DocumentKind.REPORTING_PERIOD,
                month.toString(),
                version,
                "{\"id\": \"%s\", \"version\": \"%s\", \"knownOn\": \"%s\"}\n".formatted(month, version, knownOn),
                null,
                reason == null || reason.isBlank() ? null : reason.strip(),
                mark);
        return told(documents.periods().getOrDefault(month, List.of()));
    }

    /** The last day that is over. */
    LocalDate yesterday() {
        return clock.instant().atZone(yardsticks.zone()).toLocalDate().minusDays(1);
    }

    private static LocalDate earliest(YearMonth month, List<PublishedPeriod> before) {
        return before.isEmpty()
                ? month.atEndOfMonth()
                : before.getLast().period().knownOn().plusDays(1);
    }

    private static Period told(List<PublishedPeriod> all) {
        PublishedPeriod last = all.getLast();
        return new Period(
                last.period().id(),
                last.period().knownOn(),
                all.stream()
                        .map(each -> new Change(
                                each.period().knownOn(), each.at(), each.by().person(), each.reason()))
                        .toList());
    }
}
