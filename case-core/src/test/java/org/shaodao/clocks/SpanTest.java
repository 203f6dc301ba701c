package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SpanTest {
    @ParameterizedTest
    @EnumSource
    void a_span_is_of_one_unit_at_least_and_of_ten_years_at_most(SpanKind kind) {
        assertThat(new Span(kind, kind.longest()).whole().kind()).isEqualTo(kind);
        for (int amount : new int[] {Integer.MIN_VALUE, -1, 0, kind.longest() + 1, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> new Span(kind, amount))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A span of %s is 1 to %d, not %d", kind, kind.longest(), amount);
        }
    }

    @Test
    void a_whole_span_is_left_in_days_or_in_time() {
        assertThat(new Span(SpanKind.MINUTES, 15).whole())
                .isEqualTo(new Left(SpanKind.MINUTES, 0, Duration.ofMinutes(15)));
        assertThat(new Span(SpanKind.WORKING_HOURS, 4).whole())
                .isEqualTo(new Left(SpanKind.WORKING_HOURS, 0, Duration.ofHours(4)));
        assertThat(new Span(SpanKind.WORKING_DAYS, 5).whole())
                .isEqualTo(new Left(SpanKind.WORKING_DAYS, 5, Duration.ZERO));
    }

    @Test
    void what_is_left_of_a_span_is_either_days_or_time() {
        assertThatThrownBy(() -> new Left(SpanKind.WORKING_DAYS, 0, Duration.ZERO))
                .hasMessage("0 days and PT0S cannot be left of WORKING_DAYS");
        assertThatThrownBy(() -> new Left(SpanKind.CALENDAR_DAYS, 1, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Left(SpanKind.MINUTES, 1, Duration.ofHours(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Left(SpanKind.WORKING_HOURS, 0, Duration.ofHours(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
