package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.shaodao.ManyNodes;
import org.shaodao.RunningProduct;
import org.shaodao.access.Accounts;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.RevisionCause;
import org.shaodao.casefile.StartedClock;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.Documents;
import org.shaodao.fact.Role;
import org.shaodao.view.ViewRegistry;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines while things go wrong, while two nodes watch, and when a calendar is published after the fact. */
@Tag("soak")
class TroubledDeadlinesTest {
    private static final ManyNodes NODES = new ManyNodes();
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = NODES.start();
    }

    @AfterAll
    static void stop() {
        product.stop();
        NODES.close();
    }

    @Test
    void without_the_list_of_clocks_health_says_so_and_what_passed_meanwhile_is_missed_once() {
        Deadlines deadlines = new Deadlines(product);
        DeadlineHealth health = product.bean(DeadlineHealth.class);
        await().until(() -> health.health().getStatus().equals(Status.UP));
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        Instant due = now().plusSeconds(3);
        deadlines.begin(caseId, due);
        Instant back;

        takeAwayTheList();
        try {
            await().until(() ->
                    now().isAfter(due) && health.health().getStatus().equals(Status.OUT_OF_SERVICE));
            assertThat(deadlines.missed(caseId)).isEmpty();
        } finally {
            back = now();
            bringBackTheList();
        }

        assertThat(deadlines.awaitMissed(caseId).observedAt()).isAfter(back);
        await().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(deadlines.missed(caseId)).hasSize(1);
    }

    @Test
    void a_list_that_is_up_to_date_is_gone_by_until_it_has_been_behind_for_two_seconds() {
        ClocksLag lag = new ClocksLag(product.bean(ViewRegistry.class));
        Instant now = now();
        await().until(() -> !lag.tooFarBehind(now));
        takeAwayTheList();
        try {
            new Deadlines(product).begin(UuidCreator.getTimeOrderedEpoch(), now.plusSeconds(600));

            assertThat(lag.tooFarBehind(now)).as("has all there was").isFalse();
            assertThat(lag.tooFarBehind(now.plusSeconds(2))).isFalse();
            assertThat(lag.tooFarBehind(now.plusMillis(2_001))).isTrue();
        } finally {
            bringBackTheList();
        }
        await().until(() -> !lag.tooFarBehind(now.plusSeconds(60)));
    }

    @Test
    void while_the_list_is_built_anew_and_after_it_was_deadlines_are_missed_once() {
        Deadlines deadlines = new Deadlines(product);
        ViewRegistry views = product.bean(ViewRegistry.class);
        List<UUID> meanwhile = cases();
        meanwhile.forEach(caseId -> deadlines.begin(caseId, now().plusSeconds(1)));

        int next = views.rebuild(ClocksView.NAME);
        await().until(() -> views.status(ClocksView.NAME).live().orElseThrow().number() == next);
        List<UUID> after = cases();
        after.forEach(caseId -> deadlines.begin(caseId, now().plusMillis(500)));

        missedOnce(deadlines, meanwhile);
        missedOnce(deadlines, after);
    }

    @Test
    void what_passed_while_the_database_was_stopped_is_caught_up_with_once() {
        Deadlines deadlines = new Deadlines(product);
        List<UUID> cases = cases();
        Instant due = now().plusSeconds(3);
        cases.forEach(caseId -> deadlines.begin(caseId, due));
        Instant back;

        NODES.stopDatabase();
        try {
            await().until(() -> now().isAfter(due));
        } finally {
            back = now();
            NODES.startDatabase();
        }

        missedOnce(deadlines, cases);
        cases.forEach(caseId -> assertThat(deadlines.missed(caseId))
                .allSatisfy(missed -> assertThat(missed.dueAt()).isEqualTo(due))
                .allSatisfy(missed -> assertThat(missed.observedAt()).isAfter(back)));
    }

    @Test
    void two_nodes_miss_a_deadline_once_and_one_goes_on_alone() {
        Deadlines deadlines = new Deadlines(product);
        List<UUID> together = cases();
        RunningProduct other = NODES.start();
        try {
            together.forEach(caseId -> deadlines.begin(caseId, now().plusSeconds(2)));
            together.forEach(deadlines::awaitMissed);
        } finally {
            other.stop();
        }
        List<UUID> alone = cases();
        alone.forEach(caseId -> deadlines.begin(caseId, now().plusSeconds(1)));
        missedOnce(deadlines, alone);
        missedOnce(deadlines, together);
    }

    @Test
    void a_deadline_across_new_year_is_provisional_until_the_year_is_published() {
        Deadlines deadlines = new Deadlines(product);
        ClockRule rule = new ClockRule(new Span(SpanKind.WORKING_DAYS, 5), DayEnd.END_OF_WORK, null);
        Instant start = Instant.parse("2026-12-30T02:00:00Z");
        Due due = Reckoning.due(
                start,
                rule.span(),
                rule.dayEnd(),
                product.bean(Documents.class).inForce(now()).calendar().content());
        assertThat(due.provisional()).isTrue();
        assertThat(due.at()).isEqualTo("2027-01-06T09:30:00Z");
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        deadlines.begin(caseId, start, new StartedClock(ClockKind.HANDLING, 1, due, rule));
        await().until(() -> product.bean(RunningClocks.class).provisional(null, 10), list -> list.contains(caseId));

        product.bean(Accounts.class).createIfAbsent("publisher", Role.ADMINISTRATOR, null, "long enough", false);
        var administrator = product.as("publisher", "long enough");
        String calendar = administrator
                .get("/api/v1/documents/calendar/cn/versions/1")
                .response()
                .body()
                .replaceFirst("\"version\": 1", "\"version\": 2")
                .replaceFirst("\"years\": \\[", """
                        "years": [{"year": 2027, "notices": ["a notice of our own making"], "days": [
                            {"date": "2027-01-01", "name": "元旦", "off": true}]},""");
        var published = administrator.put("/api/v1/documents/calendar/cn/versions/2", calendar);
        assertThat(published.status()).as(published.response().body()).isEqualTo(201);

        ClockEvent.DeadlinesRevised revised = await().until(
                        () -> deadlines.happened(caseId, ClockEvent.DeadlinesRevised.class), found -> !found.isEmpty())
                .getFirst();
        assertThat(revised.cause()).isEqualTo(RevisionCause.CALENDAR_PUBLISHED);
        assertThat(revised.calendar().version()).isEqualTo("2");
        assertThat(revised.clocks()).singleElement().satisfies(clock -> {
            assertThat(clock.due().at()).isEqualTo("2027-01-07T09:30:00Z");
            assertThat(clock.due().provisional()).isFalse();
            assertThat(clock.rule()).isEqualTo(rule);
        });
        await().until(() -> product.bean(RunningClocks.class).provisional(null, 10), list -> !list.contains(caseId));
        assertThat(deadlines.happened(caseId, ClockEvent.DeadlinesRevised.class))
                .hasSize(1);
    }

    private static void missedOnce(Deadlines deadlines, List<UUID> cases) {
        cases.forEach(deadlines::awaitMissed);
        cases.forEach(caseId -> assertThat(deadlines.missed(caseId)).hasSize(1));
    }

    private static void takeAwayTheList() {
        rename("clock", "taken_away");
    }

    private static void bringBackTheList() {
        rename("taken_away", "clock");
    }

    private static void rename(String from, String to) {
        int live = product.bean(ViewRegistry.class)
                .status(ClocksView.NAME)
                .live()
                .orElseThrow()
                .number();
        product.bean(JdbcClient.class)
                .sql("alter table view_clocks_%d.%s rename to %s".formatted(live, from, to))
                .update();
    }

    private static List<UUID> cases() {
        return IntStream.range(0, 20)
                .mapToObj(i -> UuidCreator.getTimeOrderedEpoch())
                .toList();
    }

    private static Instant now() {
        return product.bean(Clock.class).instant();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }
}
