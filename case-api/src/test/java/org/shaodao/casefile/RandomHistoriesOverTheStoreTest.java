package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.clocks.DeadlineReviser;
import org.shaodao.clocks.DeadlineWatcher;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Rulebook;
import org.shaodao.eventstore.EventClock;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;
import org.shaodao.reactions.Reactions;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.ViewStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Random histories asked of the running product and, beside it, of the plain rules. The product must say and store what
 * the rules say, and its views must come out of the stored events as they came out of the live ones.
 */
class RandomHistoriesOverTheStoreTest {
    private static final int SEEDS = Integer.getInteger("shaodao.histories", 24);

    private static final int COMMANDS = 120;

    /** A refusal leaves no trace in the store: one of so many is enough to see that the product refuses alike. */
    private static final int ONE_REFUSAL_OF = 5;

    private static final int AT_ONCE = 8;
    private static final String NOW = "now";

    private static final Set<String> TAKEN = new ConcurrentSkipListSet<>();
    private static final Set<String> REFUSED = new ConcurrentSkipListSet<>();
    private static final Map<Long, Played> PLAYED = new ConcurrentSkipListMap<>();
    private static RunningProduct product;

    /** What was decided in one history, and where it led. */
    private record Played(List<CaseEvent> events, CaseState state) {}

    /** The product at the time of whoever asks, with the documents of the histories. */
    private static final Clock ASKED = new Clock() {
        @Override
        public Instant instant() {
            return CurrentUnitOfWork.isStarted()
                            && CurrentUnitOfWork.get()
                                            .getMessage()
                                            .getMetaData()
                                            .get(NOW)
                                    instanceof String now
                    ? Instant.parse(now)
                    : Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.system(zone);
        }
    };

    @BeforeAll
    static void play() throws Exception {
        Rulebook rules = new Rulebook() {
            @Override
            public Instant now() {
                return ASKED.instant();
            }

            @Override
            public InForce inForce() {
                return SampleRules.asOf(now()).inForce();
            }
        };
        // Axon warns with a stack trace of every command for a case that does not exist.
        product = RunningProduct.start(
                RunningProduct.emptyFolder(),
                bean -> switch (bean) {
                    case Clock clock -> EventClock.use(ASKED);
                    case Rulebook own -> rules;
                    default -> bean;
                },
                "--logging.level.org.axonframework=error");
        // Nobody but this test shall tell the cases.
        product.bean(DeadlineWatcher.class).stop();
        product.bean(DeadlineReviser.class).stop();
        product.bean(Reactions.class).stop();
        try (ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> games = new ArrayList<>();
            seeds().forEach(seed -> games.add(players.submit(() -> play(seed))));
            for (Future<?> game : games) {
                game.get();
            }
        }
    }

    @AfterAll
    static void stop() {
        product.stop();
    }

    /** The first so many, and the first of those after them in which something happens that did not before. */
    private static Set<Long> seeds() {
        Set<String> missing = Records.steps();
        Set<Long> seeds = new TreeSet<>();
        for (long seed : RandomHistory.seeds(SEEDS)) {
            if (seed > SEEDS && missing.isEmpty()) {
                break;
            }
            RandomHistory history = new RandomHistory(seed);
            CaseState state = new CaseState.Unborn();
            Set<String> taken = new TreeSet<>();
            for (int i = 0; i < COMMANDS; i++) {
                CaseCommand command = history.next();
                try {
                    for (CaseEvent event : state.decide(command, SampleRules.asOf(history.now()))) {
                        state = state.after(event, history.now());
                    }
                    taken.add(command.step());
                } catch (Refused refused) {
                    assertThat(refused.refusal().code()).isNotBlank();
                }
            }
            if (missing.removeAll(taken) || seed <= SEEDS) {
                seeds.add(seed);
            }
        }
        return seeds;
    }

    /** What is asked is decided twice, by the product and by the rules alone, with the same answer. */
    private static void play(long seed) {
        CommandGateway commands = product.bean(CommandGateway.class);
        RandomHistory history = new RandomHistory(seed);
        List<CaseEvent> events = new ArrayList<>();
        CaseState state = new CaseState.Unborn();
        for (int i = 0; i < COMMANDS; i++) {
            CaseCommand command = history.next();
            Instant now = history.now();
            String which = "seed %d, command %d, %s".formatted(seed, i, command.step());
            String expected;
            try {
                for (CaseEvent event : state.decide(command, SampleRules.asOf(now))) {
                    events.add(event);
                    state = state.after(event, now);
                }
                TAKEN.add(command.step());
                expected = "version " + (events.size() - 1);
            } catch (Refused refused) {
                if (!REFUSED.add(command.step()) && i % ONE_REFUSAL_OF > 0) {
                    continue;
                }
                expected = said(refused);
            }
            assertThat(asked(commands, command, now, "seed-" + seed + '-' + i))
                    .as(which)
                    .isEqualTo(expected);
        }
        PLAYED.put(seed, new Played(events, state));
    }

    private static String asked(CommandGateway commands, CaseCommand command, Instant now, String commandId) {
        Map<String, String> metadata = Map.of(
                Requests.COMMAND_ID,
                commandId,
                Requests.REQUEST_HASH,
                "hash-of-" + commandId,
                Requests.CHANNEL,
                "api",
                Requests.TRACE,
                commandId,
                NOW,
                now.toString());
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
    void every_step_was_both_taken_and_refused() {
        assertThat(Records.steps()).hasSizeGreaterThan(80);
        assertThat(TAKEN).containsExactlyInAnyOrderElementsOf(Records.steps());
        assertThat(REFUSED).containsExactlyInAnyOrderElementsOf(Records.steps());
    }

    @Test
    void reading_a_case_again_gives_what_was_decided_and_leads_to_the_same_state() {
        EventStore store = product.bean(EventStore.class);
        assertThat(PLAYED).hasSizeGreaterThanOrEqualTo(SEEDS);
        PLAYED.forEach((seed, played) -> {
            List<? extends DomainEventMessage<?>> stored = played.events().isEmpty()
                    ? List.of()
                    : store.readEvents(caseId(seed)).asStream().toList();
            assertThat(stored)
                    .as("seed %d", seed)
                    .extracting(e -> (Object) e.getPayload())
                    .isEqualTo(played.events());
            assertThat(stored)
                    .as("seed %d", seed)
                    .extracting(DomainEventMessage::getSequenceNumber)
                    .containsExactlyElementsOf(
                            LongStream.range(0, played.events().size()).boxed().toList());
            CaseState replayed = new CaseState.Unborn();
            for (DomainEventMessage<?> event : stored) {
                replayed = replayed.after((CaseEvent) event.getPayload(), event.getTimestamp());
            }
            assertThat(replayed).as("seed %d", seed).isEqualTo(played.state());
        });
        int stored = PLAYED.values().stream()
                .mapToInt(played -> played.events().size())
                .sum();
        System.out.printf("%d random histories of %d events over the store%n", PLAYED.size(), stored);
        assertThat(stored).isGreaterThan(5 * SEEDS);
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
                    .allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
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
