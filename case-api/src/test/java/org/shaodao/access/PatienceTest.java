package org.shaodao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The wait grows with every further wrong attempt, up to the longest. */
class PatienceTest {
    private final Attempts.Patience patience =
            new Attempts.Patience(5, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(30));

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "6, 2", "7, 4", "9, 16", "10, 30", "1000000, 30"})
    void each_wrong_attempt_doubles_the_wait(int wrong, long minutes) {
        assertThat(patience.after(wrong)).isEqualTo(Duration.ofMinutes(minutes));
    }
}
