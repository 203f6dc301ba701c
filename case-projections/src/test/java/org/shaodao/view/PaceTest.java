package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final Pace pace = new Pace();

    @Test
    void nothing_is_promised_before_enough_was_seen() {
        assertThat(seen(0, 100, 1000).remaining()).isNull();
        assertThat(seen(1, 300, 1000).remaining()).isNull();
    }

    @Test
    void the_estimate_counts_what_the_log_gains_meanwhile() {
        seen(0, 0, 1000);

        Progress progress = seen(10, 600, 1100);

        assertThat(progress.perSecond()).isEqualTo(60);
        assertThat(progress.lag()).isEqualTo(500);
        assertThat(progress.remaining()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void a_log_that_grows_faster_is_never_caught_up_with() {
        seen(0, 0, 1000);

        assertThat(seen(10, 100, 1200).remaining()).isNull();
    }

    @Test
    void what_was_long_ago_does_not_count() {
        seen(0, 0, 10_000);
        seen(60, 0, 10_000);

        assertThat(seen(70, 1_000, 10_000).perSecond()).isEqualTo(100);
    }

    @Test
    void who_has_caught_up_needs_no_time() {
        assertThat(seen(0, 1000, 1000).remaining()).isZero();
        assertThat(seen(5, 1000, 999).lag()).as("the head was looked at first").isZero();
    }

    private Progress seen(long second, long done, long head) {
        return pace.seen(Duration.ofSeconds(second).toNanos(), done, head);
    }
}
