package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;

/** Who asks too often waits, who tries too many passwords waits longer, and no restart shortens that. */
class DoorLimitsTest {
    private static final String OWN = "the right password";

    @Test
    void limits_hold_for_each_caller_alone_and_waits_for_an_address_through_a_restart() {
        Path data = RunningProduct.emptyFolder();
        RunningProduct first = start(data);
        try {
            first.bean(Accounts.class).createIfAbsent("li.wei", Role.ADMINISTRATOR, null, OWN, false);
            Town town = Town.in(first);
            Session eager = first.with(
                    town.issue("eager", Role.ADMINISTRATOR, null).get("key").asString());
            Session other = first.with(
                    town.issue("other", Role.ADMINISTRATOR, null).get("key").asString());

            Answer refused = refused(eager, 30);

            ProblemAnswer.of(refused).is(429, "too-many-requests");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 4);
            assertThat(other.get("/api/v1/me").status()).isEqualTo(200);
            ProblemAnswer.of(refused(first.as("li.wei", OWN), 1)).is(429, "too-many-requests");
            ProblemAnswer.of(refused(first.with("shd_nothing"), 1)).is(429, "too-many-requests");
            ProblemAnswer.of(refused(first.with(null), 0)).is(429, "too-many-requests");

            for (int i = 0; i < 3; i++) {
                ProblemAnswer.of(first.as("nobody-" + i, "wrong").get("/api/v1/me"))
                        .is(401, "unauthenticated");
            }
            ProblemAnswer.of(first.as("li.wei", OWN).get("/api/v1/me")).is(429, "sign-in-paused");
        } finally {
            first.stop();
        }
        RunningProduct second = start(data);
        try {
            ProblemAnswer.of(second.as("li.wei", OWN).get("/api/v1/me")).is(429, "sign-in-paused");
        } finally {
            second.stop();
        }
    }

    private static RunningProduct start(Path data) {
        return RunningProduct.start(
                data,
                "--shaodao.sign-in.attempts-of-address=3",
                "--shaodao.limits.per-key=30",
                "--shaodao.limits.per-person=10",
                "--shaodao.limits.per-address=20");
    }

    /**
     * What whoever asks without pause hears in the end: on a slow machine a little later, as what they may is made up for
     * meanwhile.
     *
     * @param allowed so many requests are answered at least
     */
    private static Answer refused(Session caller, int allowed) {
        for (int i = 0; i < 300; i++) {
            Answer answer = caller.get("/api/v1/me");
            if (answer.status() == 429) {
                assertThat(i).isGreaterThanOrEqualTo(allowed);
                return answer;
            }
        }
        throw new AssertionError("never refused");
    }
}
