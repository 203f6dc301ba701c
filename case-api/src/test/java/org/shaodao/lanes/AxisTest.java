package org.shaodao.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT5M", "PT8H", "P3D", "P200D"})
    void later_is_further_right_however_long_a_case_lasted(Duration apart) {
        List<Instant> moments = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            moments.add(START.plus(apart.multipliedBy(i)));
        }
        Axis axis = new Axis(moments, moments.getLast(), 100, 900);

        assertThat(moments.stream().map(axis::at).toList()).isSorted().doesNotHaveDuplicates();
        assertThat(axis.at(START)).isEqualTo(100);
        assertThat(axis.at(moments.getLast())).isEqualTo(900);
    }

    @Test
    void a_quiet_month_leaves_room_for_the_minutes_before_it() {
        Instant month = START.plus(Duration.ofDays(30));
        Axis axis = new Axis(List.of(START, START.plusSeconds(300), START.plusSeconds(900), month), month, 0, 1000);

        assertThat(axis.at(START.plusSeconds(300))).isGreaterThan(80);
        assertThat(axis.at(START.plusSeconds(900)) - axis.at(START.plusSeconds(300)))
                .isGreaterThan(80);
        assertThat(axis.at(START.plus(Duration.ofDays(15)))).isBetween(axis.at(START.plusSeconds(900)), 1000.0);
    }

    @Test
    void what_is_still_to_come_leaves_most_of_the_room_to_what_happened() {
        Instant now = START.plusSeconds(120);
        Axis axis = new Axis(List.of(START, now, now.plus(Duration.ofDays(8))), now, 0, 1000);

        assertThat(axis.at(now)).isEqualTo(680);
        assertThat(axis.at(now.plus(Duration.ofDays(8)))).isEqualTo(1000);
    }

    @Test
    void what_lies_before_or_after_stands_at_its_ends() {
        Axis axis = new Axis(List.of(START), START, 50, 950);

        assertThat(axis.at(START.minusSeconds(1))).isEqualTo(50);
        assertThat(axis.at(START.plusSeconds(1))).isEqualTo(50);
    }
}
