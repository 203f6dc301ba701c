package org.shaodao.clocks;

import java.time.Duration;

/**
 * What is left of a span, exactly: a clock that stands still keeps it and goes on with it.
 *
 * @param days days still to be counted, at least 1; 0 for kinds that count no days
 * @param time real or working time still to pass, not negative; zero for kinds that count days
 */
public record Left(SpanKind kind, Integer days, Duration time) {
    public Left {
        if (kind.countsDays() ? days < 1 || !time.isZero() : days != 0 || time.isNegative()) {
            throw new IllegalArgumentException("%d days and %s cannot be left of %s".formatted(days, time, kind));
        }
    }
}
