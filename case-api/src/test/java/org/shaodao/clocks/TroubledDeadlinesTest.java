package org.shaodao.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.access.Accounts;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.RevisionCause;
import org.shaodao.casefile.StartedClock;
import org.shaodao.documents.ClockRule;
import org.shaodao.documents.Documents;
import org.shaodao.fact.Role;
import org.shaodao.postgres.EmbeddedPostgresServer;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Deadlines while things go wrong, while two nodes watch, and when a calendar is published after the fact. */
class TroubledDeadlinesTest {
    private static final Path FOLDER = RunningProduct.emptyFolder();
    private static final EmbeddedPostgresServer DATABASE = EmbeddedPostgresServer.start(FOLDER.resolve("server"));
    private static RunningProduct product;

    @BeforeAll
    static void start() {
        product = node();
    }

    @AfterAll
    static void stop() {
        product.stop();
        DATABASE.close();
    }

    @Test
    void without_the_list_of_clocks_health_says_so_and_what_passed_meanwhile_is_missed_once() {
        Deadlines deadlines = new Deadlines(product);
        JdbcClient jdbc = product.bean(JdbcClient.class);
        DeadlineHealth health = product.bean(DeadlineHealth.class);
        await().until(() -> health.health().getStatus().equals(Status.UP));
        String schema = jdbc.sql("select table_schema from information_schema.tables where table_name = 'clock'")
                .query(String.class)
                .single();
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        deadlines.begin(caseId, now().plusSeconds(3));

        jdbc.sql("alter table %s.clock rename to taken_away".formatted(schema)).update();
        try {
            await().until(() -> health.health().getStatus().equals(Status.OUT_OF_SERVICE));
            assertThat(deadlines.missed(caseId)).isEmpty();
        } finally {
            jdbc.sql("alter table %s.taken_away rename to clock".formatted(schema))
                    .update();
        }

        assertThat(deadlines.awaitMissed(caseId).observedAt())
                .isAfter(deadlines.missed(caseId).getFirst().dueAt().plusSeconds(3));
        await().until(() -> health.health().getStatus().equals(Status.UP));
        assertThat(deadlines.missed(caseId)).hasSize(1);
    }

    @Test
    void two_nodes_miss_a_deadline_once_and_one_goes_on_alone() {
        Deadlines deadlines = new Deadlines(product);
        List<UUID> together = cases();
        RunningProduct other = node();
        try {
            together.forEach(caseId -> deadlines.begin(caseId, now().plusSeconds(2)));
            together.forEach(deadlines::awaitMissed);
        } finally {
            other.stop();
        }
        List<UUID> alone = cases();
        alone.forEach(caseId -> deadlines.begin(caseId, now().plusSeconds(1)));
        alone.forEach(deadlines::awaitMissed);
        Stream.concat(together.stream(), alone.stream())
                .forEach(caseId -> assertThat(deadlines.missed(caseId)).hasSize(1));
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

    /** One more node on the same database, with the same secrets. */
    private static RunningProduct node() {
        Map<String, String> settings = Map.of(
                "database.url", DATABASE.eventsUrl(),
                "database.vault-url", DATABASE.vaultUrl(),
                "database.user", DATABASE.user(),
                "database.password", DATABASE.password());
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--shaodao." + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return RunningProduct.start(FOLDER, arguments);
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
