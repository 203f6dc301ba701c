package org.shaodao.reactions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaodao.InPostgresql;
import org.shaodao.RunningProduct;
import org.shaodao.casefile.CallingEvent;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.WorkCommand;
import org.shaodao.casefile.WorkEvent;
import org.shaodao.eventstore.EventTables;
import org.shaodao.fact.Requests;
import org.shaodao.web.Courier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows by itself follows once, whatever fails or ends in between, and never from what lies behind. */
class ReactionsTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EventStore events = PRODUCT.bean(EventStore.class);
    private final List<Reactions> nodes = new ArrayList<>();
    private final WhenDispatchedThenAnswer reaction = new WhenDispatchedThenAnswer();

    @AfterEach
    void stop() {
        nodes.forEach(Reactions::stop);
        forget();
    }

    @Test
    void what_follows_says_from_which_event_it_followed() {
        node("a");
        UUID caseId = dispatched(Map.of());

        DomainEventMessage<?> answer = awaitAnswer(caseId);

        String cause = message(caseId, CallingEvent.Dispatched.class).getIdentifier();
        assertThat(answer.getMetaData())
                .containsEntry(Requests.CHANNEL, "reaction")
                .containsEntry(Requests.CAUSATION, cause)
                .containsEntry(
                        Requests.COMMAND_ID,
                        UuidCreator.getNameBasedSha1(UUID.fromString(cause), "WhenDispatchedThenAnswer")
                                .toString());
    }

    @Test
    void nothing_follows_from_what_happened_before_the_reaction_was_there() {
        UUID old = dispatched(Map.of());
        node("a");
        awaitAnswer(dispatched(Map.of()));

        assertThat(answers(old)).isEmpty();
    }

    @Test
    void nothing_follows_from_an_imported_case() {
        node("a");
        UUID imported = dispatched(Map.of(Requests.CHANNEL, CaseFile.IMPORT));
        awaitAnswer(dispatched(Map.of()));

        assertThat(answers(imported)).isEmpty();
    }

    @Test
    void what_happened_while_the_product_was_down_is_followed_when_it_is_up() {
        node("a").stop();
        UUID meanwhile = dispatched(Map.of());
        node("a");

        awaitAnswer(meanwhile);
        assertThat(answers(meanwhile)).hasSize(1);
    }

    @Test
    void a_command_whose_place_was_not_kept_is_known_when_it_comes_again() {
        Reactions first = node("a");
        UUID caseId = dispatched(Map.of());
        awaitAnswer(caseId);
        first.stop();
        forget();
        JdbcTokenStore tokens = tokens("a");
        transact(() -> tokens.initializeTokenSegments("WhenDispatchedThenAnswer", 1, null));
        int asked = reaction.asked.get();
        node("a");

        Awaitility.await().atMost(PATIENCE).until(() -> reaction.asked.get() > asked);
        awaitAnswer(dispatched(Map.of()));
        assertThat(answers(caseId)).hasSize(1);
    }

    @Test
    @InPostgresql
    void what_the_database_did_not_store_is_asked_again() throws Exception {
        Reactions node = node("a");
        awaitAnswer(dispatched(Map.of()));
        UUID caseId = dispatched(Map.of());
        UUID later = UuidCreator.getTimeOrderedEpoch();
        try (Connection other = PRODUCT.bean(DataSource.class).getConnection();
                Statement statement = other.createStatement()) {
            awaitAnswer(caseId);
            reaction.held = true;
            publish(later, Map.of());
            Awaitility.await().atMost(PATIENCE).until(() -> reaction.waiting);
            other.setAutoCommit(false);
            statement.execute("lock table es.event in share row exclusive mode");
            reaction.held = false;
            Awaitility.await().atMost(PATIENCE).until(() -> !node.failing().isEmpty());
            assertThat(answers(later)).isEmpty();
            other.rollback();
            other.setAutoCommit(true);
        }

        awaitAnswer(later);
        Awaitility.await().atMost(PATIENCE).until(() -> node.failing().isEmpty());
        assertThat(answers(later)).hasSize(1);
    }

    @Test
    void of_two_nodes_one_follows_and_the_other_goes_on_where_it_ended() {
        Reactions first = node("a");
        node("b");
        List<UUID> cases = IntStream.range(0, 40)
                .mapToObj(i -> {
                    if (i == 20) {
                        first.stop();
                    }
                    return dispatched(Map.of());
                })
                .toList();

        cases.forEach(this::awaitAnswer);
        assertThat(cases).allSatisfy(caseId -> assertThat(answers(caseId)).hasSize(1));
    }

    @Test
    void two_nodes_that_both_believe_it_is_theirs_do_not_double() {
        node("same");
        node("same");
        List<UUID> cases =
                IntStream.range(0, 20).mapToObj(i -> dispatched(Map.of())).toList();

        cases.forEach(this::awaitAnswer);
        awaitAnswer(dispatched(Map.of()));
        assertThat(cases).allSatisfy(caseId -> assertThat(answers(caseId)).hasSize(1));
    }

    @Test
    void a_reaction_is_called_as_it_reads() {
        Reaction nameless = (caseId, event, now) -> Optional.empty();

        assertThatThrownBy(() -> reactions(List.of(nameless), "a")).isInstanceOf(IllegalArgumentException.class);
    }

    /** A unit that says "on our way" by itself; it could say it as often as it is asked to. */
    private static final class WhenDispatchedThenAnswer implements Reaction {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean held;
        private volatile boolean waiting;

        @Override
        public Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now) {
            if (!(event instanceof CallingEvent.Dispatched dispatched)
                    || !dispatched.unit().equals(Sample.WATER)) {
                return Optional.empty();
            }
            asked.incrementAndGet();
            while (held) {
                waiting = true;
                Thread.onSpinWait();
            }
            return Optional.of(new WorkCommand.Reply(
                    caseId,
                    Sample.WATER_CLERK,
                    now,
                    1,
                    ReplyKind.INTERIM,
                    null,
                    Sample.words("马上到"),
                    List.of(),
                    null,
                    null,
                    null,
                    null));
        }
    }

    private Reactions node(String id) {
        Reactions node = reactions(List.of(reaction), id);
        nodes.add(node);
        node.start();
        return node;
    }

    private Reactions reactions(List<Reaction> which, String node) {
        return new Reactions(
                which,
                events,
                tokens(node),
                PRODUCT.bean(PlatformTransactionManager.class),
                PRODUCT.bean(Courier.class),
                PRODUCT.bean(Clock.class));
    }

    private static JdbcTokenStore tokens(String node) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(PRODUCT.bean(DataSource.class)))
                .serializer(PRODUCT.bean(Serializer.class))
                .schema(EventTables.tokens())
                .contentType(String.class)
                .nodeId(node)
                .build();
    }

    private static void forget() {
        JdbcClient.create(PRODUCT.bean(DataSource.class))
                .sql("delete from es.token where processor_name = 'WhenDispatchedThenAnswer'")
                .update();
    }

    private static void transact(Runnable work) {
        new TransactionTemplate(PRODUCT.bean(PlatformTransactionManager.class)).executeWithoutResult(tx -> work.run());
    }

    private UUID dispatched(Map<String, String> metadata) {
        UUID caseId = UuidCreator.getTimeOrderedEpoch();
        publish(caseId, metadata);
        return caseId;
    }

    private void publish(UUID caseId, Map<String, String> metadata) {
        Instant at = PRODUCT.bean(Clock.class).instant().minusSeconds(60);
        CaseEvent[] happened = {
            Sample.raised(caseId, at),
            new CallingEvent.Dispatched(
                    Sample.OFFICER, at, 1, null, Sample.WATER, DispatchRole.LEAD, Sample.words("查明原因"))
        };
        events.publish(IntStream.range(0, happened.length)
                .mapToObj(i ->
                        new GenericDomainEventMessage<>(CaseFile.TYPE, caseId.toString(), i, happened[i], metadata))
                .toList());
    }

    private DomainEventMessage<?> awaitAnswer(UUID caseId) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> answers(caseId), found -> !found.isEmpty())
                .getFirst();
    }

    private List<? extends DomainEventMessage<?>> answers(UUID caseId) {
        return events.readEvents(caseId.toString())
                .asStream()
                .filter(message -> message.getPayload() instanceof WorkEvent.Replied)
                .toList();
    }

    private DomainEventMessage<?> message(UUID caseId, Class<?> type) {
        return events.readEvents(caseId.toString())
                .asStream()
                .filter(message -> type.isInstance(message.getPayload()))
                .findFirst()
                .orElseThrow();
    }
}
