package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.documents.DocumentEvent.Published;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.problem.FieldProblem;
import org.slf4j.LoggerFactory;

/** A version that cannot be read is found before it is stored, and once stored stops nothing but itself. */
class UnreadableTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private final EventStore events = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final Documents documents = new Documents(events, "default");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger().addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(lines);
    }

    @Test
    void one_stored_version_that_cannot_be_read_leaves_all_others_in_force() throws Exception {
        String pack = resource("shipped/policy-pack-default.json");
        store(DocumentKind.CALENDAR, 0, "cn", "1", NEW_YEAR, resource("shipped/calendar-cn.json"));
        store(DocumentKind.POLICY_PACK, 0, "default", "1", NEW_YEAR, pack);
        store(DocumentKind.POLICY_PACK, 1, "default", "2", MARCH, unreadable(pack));
        store(DocumentKind.POLICY_PACK, 2, "other", "1", NEW_YEAR, pack);

        InForce inForce = documents.inForce(MARCH);

        assertThat(inForce.pack().ref().version()).isEqualTo("1");
        assertThat(documents.shelf().inForce(DocumentKind.POLICY_PACK, MARCH)).containsOnlyKeys("default", "other");
        assertThat(documents.shelf().versions(DocumentKind.POLICY_PACK, "default"))
                .hasSize(2);
    }

    @Test
    void what_cannot_be_read_is_logged_once() throws Exception {
        store(DocumentKind.POLICY_PACK, 0, "bad", "7", NEW_YEAR, "{}");
        store(DocumentKind.POLICY_PACK, 1, "worse", "8", NEW_YEAR, "no JSON");

        documents.refreshed();
        documents.refreshed();

        assertThat(lines.list).hasSize(2).allSatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy()).isNotNull();
        });
        assertThat(lines.list.getFirst().getFormattedMessage())
                .isEqualTo("Version 7 of policy-pack bad cannot be read and is left out of what is in force");
    }

    @Test
    void what_the_rules_let_through_and_cannot_be_read_is_a_finding_with_its_place() throws Exception {
        String text = unreadable(resource("shipped/policy-pack-default.json"));
        Findings findings = new Findings(Located.read(text));

        DocumentDesk.readable(DocumentKind.POLICY_PACK, text, findings);

        assertThat(findings.inOrder()).extracting(FieldProblem::rule).containsExactly("readable");
        assertThat(findings.inOrder().getFirst().field()).startsWith("/lateEntryGrace");
        assertThat(findings.inOrder().getFirst().line()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"zone\": \"Asia/Shanghai\", \"years\": []}", "null"})
    void a_calendar_that_nobody_can_work_by_is_a_finding(String text) {
        Findings findings = new Findings(Located.read(text));

        DocumentDesk.readable(DocumentKind.CALENDAR, text, findings);

        assertThat(findings.inOrder()).extracting(FieldProblem::rule).containsExactly("readable");
    }

    private void store(DocumentKind kind, long sequence, String id, String version, Instant from, String content) {
        By by = new By("account-9", null, Role.ADMINISTRATOR, null);
        events.publish(new GenericDomainEventMessage<>(
                Library.TYPE,
                kind.stream().toString(),
                sequence,
                new Published(by, NEW_YEAR, kind, id, version, from, content, ContentHash.of(content), null)));
    }

    private static String unreadable(String pack) {
        String wrong = pack.replace(
                "\"lateEntryGrace\": {\"kind\": \"MINUTES\", \"amount\": 240}",
                "\"lateEntryGrace\": {\"kind\": \"WORKING_DAYS\", \"amount\": 5000.0}");
        assertThat(wrong).isNotEqualTo(pack);
        return wrong;
    }

    private static String resource(String name) throws Exception {
        try (var file = Shipped.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(Reading.class);
    }
}
