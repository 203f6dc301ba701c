package org.shaodao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.pages.Visitor;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.security.crypto.password.PasswordEncoder;

/** However many ask at once who they are, only few hashes of passwords are made at once. */
class FewHashesAtOnceTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();

    @Test
    void whoever_finds_no_place_is_told_to_come_again_and_gets_in_when_there_is_one() throws Exception {
        FewHashesAtOnce few = new FewHashesAtOnce(new Plain(), 2, Duration.ofMillis(50));
        try (Slow first = new Slow(few);
                Slow second = new Slow(few)) {
            first.begun();
            second.begun();
            assertThatThrownBy(() -> few.matches("a", "a"))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.QUEUE_FULL));
        }
        assertThat(few.matches("a", "a")).isTrue();
    }

    @Test
    void over_http_it_is_an_answer_with_a_time_to_retry() throws Exception {
        PasswordEncoder encoder = PRODUCT.bean(PasswordEncoder.class);
        List<Slow> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                slow.add(new Slow(encoder));
                slow.getLast().begun();
            }
            Answer busy = PRODUCT.as("huayuan").get("/api/v1/me");
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.code()).isEqualTo("queue-full");
            assertThat(busy.header("Retry-After")).isEqualTo("2");
            Visitor visitor = new Visitor();
            assertThat(visitor.signIn("huayuan", PRODUCT.passwordOf("huayuan")).statusCode())
                    .isEqualTo(503);
            assertThat(visitor.get("/cases").uri().getPath()).isEqualTo("/sign-in");
        } finally {
            slow.forEach(Slow::close);
        }
        assertThat(PRODUCT.as("huayuan").get("/api/v1/me").status()).isEqualTo(200);
    }

    /** A hash that takes until it is closed. */
    private static final class Slow implements AutoCloseable {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch end = new CountDownLatch(1);
        private final Thread thread;

        Slow(PasswordEncoder encoder) {
            thread = Thread.ofPlatform().start(() -> encoder.encode(new SlowPassword(begun, end)));
        }

        void begun() throws InterruptedException {
            begun.await();
        }

        @Override
        public void close() {
            end.countDown();
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Whoever reads it waits. */
    private record SlowPassword(CountDownLatch begun, CountDownLatch end) implements CharSequence {
        @Override
        public int length() {
            return 4;
        }

        @Override
        public char charAt(int index) {
            return 'x';
        }

        @Override
        public CharSequence subSequence(int start, int stop) {
            return "xxxx".substring(start, stop);
        }

        @Override
        public String toString() {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return "xxxx";
        }
    }

    private static final class Plain implements PasswordEncoder {
        @Override
        public String encode(CharSequence password) {
            return password.toString();
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            return password.toString().equals(hash);
        }
    }
}
