package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.SteppingClock;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.StartedClock;
import org.shaodao.casefile.SupervisionEvent;
import org.shaodao.casefile.WorkCommand;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Deadlines;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.DocumentDesk;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Shipped;
import org.shaodao.eventstore.EventClock;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import tools.jackson.databind.node.ObjectNode;

/** The whole way up: deadlines that pass, watcher, reaction and ladder, with a pack whose supervision comes after a minute. */
class WhenMissedThenOpenRungsTest {
    private static final SteppingClock CLOCK = new SteppingClock();
    private static final RunningProduct PRODUCT = RunningProduct.start(
            RunningProduct.emptyFolder(), bean -> bean instanceof Clock ? EventClock.use(CLOCK) : bean);
    private static final Duration RUNG = Duration.ofMinutes(1);

    private final Deadlines deadlines = new Deadlines(PRODUCT);

    @BeforeAll
    static void supervise_after_a_minute() throws IOException {
        ObjectNode pack;
        try (InputStream file = Shipped.class.getResourceAsStream("shipped/policy-pack-default.json")) {
            pack = (ObjectNode) RunningProduct.JSON.readTree(
                    new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        }
        pack.put("version", "short");
        pack.withArray("ladder").forEach(rung -> {
            if (rung.path("code").asString().equals("supervision")) {
                ((ObjectNode) rung).putObject("after").put("kind", "MINUTES").put("amount", 1);
            }
        });
        By by = new By("account-9", null, Role.ADMINISTRATOR, null);
        PRODUCT.bean(DocumentDesk.class)
                .publish(
                        DocumentKind.POLICY_PACK,
                        "default",
                        "short",
                        RunningProduct.JSON.writeValueAsString(pack),
                        Instant.parse("2020-01-01T00:00:00Z"),
                        null,
                        mark(by));
    }

    @AfterAll
    static void stop() {
        PRODUCT.stop();
    }

    @Test
    void who_stays_idle_climbs_the_ladder_rung_by_rung_and_who_works_does_not() {
        Instant missed = CLOCK.instant().minusSeconds(1);
        UUID idle = begin(missed);
        UUID late = begin(missed);

        List<SupervisionEvent> reminders = awaitMeasures(idle, 2);
        awaitMeasures(late, 2);
        PRODUCT.bean(Courier.class)
                .deliver(
                        new WorkCommand.Reply(
                                late,
                                Sample.HEATING_CLERK,
                                CLOCK.instant(),
                                1,
                                ReplyKind.FINAL,
                                Outcome.EXPLAINED,
                                Sample.words("已说明"),
                                List.of(),
                                null,
                                null,
                                null,
                                null),
                        mark(Sample.HEATING_CLERK));
        assertThat(reminders)
                .extracting(event -> ((SupervisionEvent.Reminded) event).rung())
                .containsExactlyInAnyOrder("idle-reminder", "reminder-handling");

        CLOCK.to(missed.plus(RUNG).plusSeconds(1));
        assertThat(awaitMeasures(idle, 3).getLast())
                .isInstanceOfSatisfying(SupervisionEvent.SupervisionOrdered.class, order -> {
                    assertThat(order.rung()).isEqualTo("supervision");
                    assertThat(order.clock()).isEqualTo(ClockKind.HANDLING);
                    assertThat(order.unit()).isEqualTo(Sample.HEATING);
                    assertThat(order.occurredAt()).isAfter(missed.plus(RUNG));
                });
        assertThat(started(idle)).contains(ClockKind.LADDER, ClockKind.SUPERVISION);
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> {
                    assertThat(measures(idle)).hasSize(3);
                    assertThat(measures(late)).hasSize(2);
                });
    }

    /** A dispatch whose time to handle passed at this moment, and half of it before. */
    private UUID begin(Instant missed) {
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        deadlines.begin(
                caseId,
                missed.minusSeconds(600),
                Deadlines.clock(ClockKind.PROGRESS, missed.minusSeconds(300)),
                Deadlines.clock(ClockKind.HANDLING, missed));
        return caseId;
    }

    private List<SupervisionEvent> awaitMeasures(UUID caseId, int many) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> measures(caseId), found -> found.size() >= many);
    }

    private List<SupervisionEvent> measures(UUID caseId) {
        return deadlines.happened(caseId, SupervisionEvent.class);
    }

    private List<ClockKind> started(UUID caseId) {
        return deadlines.happened(caseId, ClockEvent.ClocksStarted.class).stream()
                .flatMap(event -> event.clocks().stream())
                .map(StartedClock::kind)
                .toList();
    }

    private static RequestMark mark(By by) {
        String request = UUID.randomUUID().toString();
        return new RequestMark(by, true, request, request, true, null, "api", request);
    }
}
