package org.shaodao.documents;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.WorkingCalendar;

/**
 * The clocks one kind of matter runs on.
 *
 * @param code how the pack calls the set
 * @param rules the rule of each clock; a kind that is missing has no clock
 */
public record ClockSet(String code, Map<ClockKind, ClockRule> rules) {
    public ClockSet {
        rules = Map.copyOf(rules);
    }

    /** By what a clock goes, progress by the rule of handling. */
    public Optional<ClockRule> rule(ClockKind kind) {
        return Optional.ofNullable(rules.get(kind == ClockKind.PROGRESS ? ClockKind.HANDLING : kind));
    }

    /** When a clock that starts then is due; empty where none runs. */
    public Optional<Due> due(ClockKind kind, Instant start, WorkingCalendar calendar) {
        return rule(kind).map(rule -> rule.due(kind, start, calendar));
    }
}
