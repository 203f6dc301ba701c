package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.clocks.DeadlineWatcher;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.ViewStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random histories asked of the running product and, beside it, of the plain rules. The product must say and store what
 * the rules say, and its views must come out of the stored events as they came out of the live ones.
 */
class RandomHistoriesOverTheStoreTest {
    /** Percent: the rarest steps come about in the histories that need no store. */
    private static final int NEARLY_ALL = 85;

    private static final int SEEDS = 200;
    private static final int COMMANDS = 150;

    /** A refusal leaves no trace in the store: one of so many is enough to see that the product refuses alike. */
    private static final int ONE_REFUSAL_OF = 5;

    private static final int AT_ONCE = 8;

    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();
    private static final Set<String> REFUSED = new ConcurrentSkipListSet<>();
    private static final Map<Long, List<CaseEvent>> DECIDED = new ConcurrentSkipListMap<>();
    private static RunningProduct product;

    @BeforeAll
    static void play() throws Exception {
        // Axon warns with a stack trace of every command for a case that does not exist.
        product = RunningProduct.start(RunningProduct.emptyFolder(), "--logging.level.org.axonframework=error");
        // The deadlines of other systems passed long ago: nobody but this test shall tell the cases.
        product.bean(DeadlineWatcher.class).stop();
        try (ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> games = new ArrayList<>();
            LongStream.rangeClosed(1, SEEDS).forEach(seed -> games.add(players.submit(() -> play(seed))));
            for (Future<?> game : games) {
                game.get();
            }
        }
    }

    @AfterAll
    static void stop() {
        product.stop();
    }

    /** What is asked is decided twice, by the product and by the rules alone, with the same answer. */
    private static void play(long seed) {
        CommandGateway commands = product.bean(CommandGateway.class);
        RandomHistory history = new RandomHistory(seed);
        List<CaseEvent> events = new ArrayList<>();
        CaseState state = new CaseState.Unborn();
        for (int i = 0; i < COMMANDS; i++) {
            CaseCommand command = history.next();
            String which = "seed %d, command %d, %s".formatted(seed, i, command.step());
            String expected;
            try {
                for (CaseEvent event : state.decide(command, null)) {
                    events.add(event);
                    state = state.after(event, event.occurredAt());
                }
                TAKEN.add(command.step());
                expected = "version " + (events.size() - 1);
            } catch (Refused refused) {
                if (i % ONE_REFUSAL_OF > 0) {
                    continue;
                }
                REFUSED.add(command.step());
                expected = said(refused);
            }
            assertThat(asked(commands, command, "seed-" + seed + '-' + i))
                    .as(which)
                    .isEqualTo(expected);
        }
        DECIDED.put(seed, events);
    }

    private static String asked(CommandGateway commands, CaseCommand command, String commandId) {
        Map<String, String> metadata = Map.of(
                Requests.COMMAND_ID,
                commandId,
                Requests.REQUEST_HASH,
                "hash-of-" + commandId,
                Requests.CHANNEL,
                CaseFile.IMPORT,
                Requests.TRACE,
                commandId);
        try {
            Receipt receipt = commands.sendAndWait(CaseFile.message(command, metadata));
            return "version " + receipt.version();
        } catch (Refused refused) {
            return said(refused);
        }
    }

    private static String said(Refused refused) {
        return refused.refusal().code() + ' ' + refused.refusal().facts();
    }

    @Test
    void nearly_every_step_was_both_taken_and_refused() {
        Set<String> steps = Records.steps();
        // What is told as another system's starts no clock of ours that could be missed, extended, revised or climbed;
        // clocks have their own histories.
        Set<String> byTheClock = Set.of("note-missed-deadline", "put-forward-for-reopening");
        Set<String> upToOurClocks = Set.of("ask-extension", "decide-extension", "open-rungs", "revise-deadlines");
        assertThat(steps).containsAll(byTheClock).containsAll(upToOurClocks);
        steps.removeAll(byTheClock);
        REFUSED.removeAll(byTheClock);
        assertThat(REFUSED).isSubsetOf(steps).hasSizeGreaterThan(NEARLY_ALL * steps.size() / 100);
        steps.removeAll(upToOurClocks);
        assertThat(TAKEN).isSubsetOf(steps).hasSizeGreaterThan(NEARLY_ALL * steps.size() / 100);
    }

    @Test
    void reading_a_case_again_gives_what_was_decided() {
        EventStore store = product.bean(EventStore.class);
        assertThat(DECIDED).hasSize(SEEDS);
        DECIDED.forEach((seed, decided) -> {
            List<? extends DomainEventMessage<?>> stored = decided.isEmpty()
                    ? List.of()
                    : store.readEvents(caseId(seed)).asStream().toList();
            assertThat(stored)
                    .as("seed %d", seed)
                    .extracting(e -> (Object) e.getPayload())
                    .isEqualTo(decided);
            assertThat(stored)
                    .as("seed %d", seed)
                    .extracting(DomainEventMessage::getSequenceNumber)
                    .containsExactlyElementsOf(
                            LongStream.range(0, decided.size()).boxed().toList());
        });
        assertThat(DECIDED.values().stream().mapToInt(List::size).sum()).isGreaterThan(5 * SEEDS);
    }

    @Test
    void the_views_rebuilt_equal_the_views_filled_live() {
        ViewRegistry views = product.bean(ViewRegistry.class);
        JdbcClient jdbc = product.bean(JdbcClient.class);
        List<String> names = views.status().stream().map(ViewStatus::name).toList();
        assertThat(names).contains("inbox", "history");
        caughtUp(views, 1);

        names.forEach(views::rebuild);

        caughtUp(views, 2);
        for (String name : names) {
            assertThat(Town.dump("view_" + name + "_2", jdbc))
                    .isEqualTo(Town.dump("view_" + name + "_1", jdbc))
                    .allSatisfy((table, rows) -> {
                        // nothing starts clocks here, and a ruling is rare
                        if (!Set.of("clock", "precedent").contains(table)) {
                            assertThat(rows).as(table).isNotEmpty();
                        }
                    });
        }
    }

    private static void caughtUp(ViewRegistry views, int generation) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(views.status()).allSatisfy(view -> {
                    assertThat(view.live().orElseThrow().number()).isEqualTo(generation);
                    assertThat(view.live().orElseThrow().progress().lag()).isZero();
                }));
    }

    private static String caseId(long seed) {
        return new RandomHistory(seed).caseId().toString();
    }
}
