package org.shaodao.documents;

import java.util.Map;
import java.util.Optional;
import org.shaodao.clocks.ClockKind;

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
}
