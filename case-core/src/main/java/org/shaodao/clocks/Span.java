package org.shaodao.clocks;

import java.time.Duration;

/**
 * How long a promise is, as a policy pack states it.
 *
 * @param amount in the unit of the kind: minutes, hours or days; positive and at most {@link SpanKind#longest()}
 */
public record Span(SpanKind kind, Integer amount) {
    public Span {
        if (amount < 1 || amount > kind.longest()) {
            throw new IllegalArgumentException(
                    "A span of %s is 1 to %d, not %d".formatted(kind, kind.longest(), amount));
        }
    }

    /** The whole span is still left. */
    public Left whole() {
        return switch (kind) {
            case MINUTES -> new Left(kind, 0, Duration.ofMinutes(amount));
            case WORKING_HOURS -> new Left(kind, 0, Duration.ofHours(amount));
            case WORKING_DAYS, CALENDAR_DAYS -> new Left(kind, amount, Duration.ZERO);
        };
    }
}
