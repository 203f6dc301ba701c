package org.shaodao.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CasePhase;
import org.shaodao.view.Columns;

/**
 * Which cases somebody looks for, by what is clear of them: what a resident said is sealed and found by nobody. Each null
 * = whatever.
 *
 * @param number the whole public number, or the whole number of another system
 * @param subject words that the subject holds
 * @param street which runs it, or ran it before the district did
 * @param unit that was ever called
 * @param category itself, or what it is a part of
 * @param from the first instant at which it may have been raised
 * @param until the first instant after those at which it may have been raised
 */
public record CaseSearch(
        @Nullable String number,
        @Nullable String subject,
        @Nullable String street,
        @Nullable String unit,
        @Nullable String category,
        @Nullable CasePhase phase,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** What of the rows of listed cases it asks for, each with the value of its one parameter. */
    List<Condition> conditions() {
        List<Condition> all = new ArrayList<>();
        if (number != null) {
            all.add(new Condition("(c.number = :number or c.outside_number = :number)", "number", number));
        }
        if (subject != null) {
            String part = subject.toLowerCase(Locale.ROOT);
            all.add(new Condition("strpos(lower(c.subject), :subject) > 0", "subject", part));
        }
        if (street != null) {
            all.add(new Condition("c.street = :street", "street", street));
        }
        if (unit != null) {
            all.add(new Condition(":unit = any(c.units)", "unit", unit));
        }
        if (category != null) {
            all.add(new Condition("starts_with(c.category || '/', :category)", "category", category + '/'));
        }
        if (phase != null) {
            all.add(new Condition("c.phase = :phase", "phase", phase.name()));
        }
        if (from != null) {
            all.add(new Condition("c.raised_at >= :from", "from", Columns.timestamp(from)));
        }
        if (until != null) {
            all.add(new Condition("c.raised_at < :until", "until", Columns.timestamp(until)));
        }
        return all;
    }

    /** One of them. */
    record Condition(String sql, String parameter, Object value) {}
}
