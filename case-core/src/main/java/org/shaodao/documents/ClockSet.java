package org.shaodao.documents;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.Reckoning;
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

    public Optional<ClockRule> rule(ClockKind kind) {
        return Optional.ofNullable(rules.get(kind));
    }

    /** When a clock that starts then is due; empty where none runs. Progress has half of the time for handling. */
    public Optional<Due> due(ClockKind kind, Instant start, WorkingCalendar calendar) {
        if (kind == ClockKind.PROGRESS) {
            return rule(ClockKind.HANDLING).map(whole -> {
                Due due = Reckoning.due(start, whole.span(), whole.dayEnd(), calendar);
                return Reckoning.half(start, due, whole.span().kind(), calendar);
            });
        }
        return rule(kind).map(rule -> Reckoning.due(start, rule.span(), rule.dayEnd(), calendar));
    }
}
