package org.shaodao.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of schema {@code views}: which generations there are. Several nodes follow them; whatever changes them
 * holds a lock on the table, so that two nodes never build, switch or drop at once.
 */
final class Generations {
    /** How many streams fill a view side by side. */
    static final int SEGMENTS = 2;

    /** A table of every generation: how far each case was told. */
    static final String KNOWN =
            "create table %s (case_id uuid primary key, version bigint not null) with (fillfactor = 80)";

    /** Raised when nodes of versions before and after must not fill the same generation. */
    static final int TOLD = 1;

    /**
     * Where names are looked for: in the live generations of all views at once. So a connection seldom has to look
     * elsewhere, and with every change it, and the driver, would forget all statements they have prepared.
     */
    static final String LIVE = """
            (select coalesce(string_agg('view_' || name || '_' || generation, ', ' order by name) || ', ', '') || 'public'
            from views.live)""";

    private static final Duration OVERTAKING = Duration.ofMillis(250);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Tokens tokens;
    private final Convoy convoy;
    private final Clock clock;

    Generations(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Tokens tokens,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.tokens = tokens;
        this.convoy = new Convoy(jdbc, tokens);
        this.clock = clock;
    }

    /** Every generation whose tables still exist, in order. */
    List<Generation> all() {
        return jdbc.sql("""
                        select g.name, g.generation, g.revision, g.convoy, g.created_at, g.retired_at,
                            l.generation is not null as live
                        from views.generation g
                        left join views.live l on l.name = g.name and l.generation = g.generation
                        where g.dropped_at is null
                        order by g.name, g.generation""")
                .query((row, i) -> {
                    boolean retired = row.getObject("retired_at") != null;
                    return new Generation(
                            row.getString("name"),
                            row.getInt("generation"),
                            row.getInt("revision"),
                            row.getBoolean("live")
                                    ? GenerationState.LIVE
                                    : retired ? GenerationState.RETIRED : GenerationState.BUILDING,
                            row.getObject("convoy", Long.class),
                            Columns.instant(row, "created_at"),
                            retired ? Columns.instant(row, "retired_at") : null);
                })
                .list();
    }

    /**
     * Makes sure that a generation of this revision is live or being built. The first of all is live at once if nothing
     * happened yet; otherwise readers wait for it rather than see half of it.
     */
    void provide(View view) {
        transaction.executeWithoutResult(tx -> {
            lock();
            Optional<Generation> live = find(view, GenerationState.LIVE);
            Optional<Generation> building = find(view, GenerationState.BUILDING);
            Predicate<Generation> ours = g -> g.revision() == view.builtAs();
            if (live.filter(ours).isPresent() || building.filter(ours).isPresent()) {
                return;
            }
            building.ifPresent(this::retire);
            boolean nothingHappened = log.createHeadToken() == null;
            Generation next = create(view);
            if (live.isEmpty() && nothingHappened) {
                point(next);
            }
        });
    }

    /** Begins the next generation. */
    int build(View view) {
        return transaction.execute(tx -> {
            lock();
            find(view, GenerationState.BUILDING).ifPresent(building -> {
                throw new AlreadyBuilding(view.name(), building.number());
            });
            return create(view).number();
        });
    }

    /** Gives the generation up that is being built, if one is. */
    void cancel(View view) {
        transaction.executeWithoutResult(tx -> {
            lock();
            find(view, GenerationState.BUILDING).ifPresent(this::retire);
        });
    }

    /**
     * Turns readers to a generation that is close behind. The live one is held still for a moment so that the new one
     * passes it: no reader ever sees a case go back.
     *
     * @param passed whether the new one has come as far as these positions, by segment
     * @return false if it did not pass in time, or is no longer being built; nothing changed then
     */
    boolean turnTo(View view, Generation next, Predicate<Map<Integer, Long>> passed) {
        return transaction.execute(tx -> {
            lock();
            if (find(view, GenerationState.BUILDING).filter(next::equals).isEmpty()) {
                return false;
            }
            Optional<Generation> old = find(view, GenerationState.LIVE);
            Map<Integer, Long> line =
                    old.map(live -> tokens.hold(live.processor())).orElse(Map.of());
            if (!soon(() -> passed.test(line))) {
                return false;
            }
            old.ifPresent(live -> {
                if (live.convoy() != null) {
                    convoy.release(Convoy.of(all()), live);
                }
                retire(live);
            });
            point(next);
            return true;
        });
    }

    /**
     * Lets live generations go with the convoy, which is held still until they have come as far.
     *
     * @param passed whether a generation has come as far as these positions, by segment
     * @return whether any did
     */
    boolean join(Collection<Generation> joining, BiPredicate<Generation, Map<Integer, Long>> passed) {
        return transaction.execute(tx -> {
            lock();
            List<Generation> all = all();
            Map<Integer, Long> line = convoy.hold(Convoy.of(all));
            List<Generation> joined = all.stream()
                    .filter(joining::contains)
                    .filter(generation -> soon(() -> passed.test(generation, line)))
                    .toList();
            if (!joined.isEmpty()) {
                convoy.take(Convoy.of(all), joined);
            }
            return !joined.isEmpty();
        });
    }

    /** Lets generations leave the convoy; false where they are not in it, or nothing else is. */
    boolean leave(Collection<Generation> leaving) {
        return transaction.execute(tx -> {
            lock();
            List<Generation> together = Convoy.of(all());
            if (!together.containsAll(leaving) || together.size() == leaving.size()) {
                return false;
            }
            convoy.hold(together);
            convoy.part(together, leaving);
            return true;
        });
    }

    /** Whether no node tells this generation any more. */
    boolean abandoned(Generation generation) {
        return tokens.abandoned(generation.processor());
    }

    /** Removes tables and place in the log of a retired generation; fails rather than wait for a reader. */
    void drop(Generation retired) {
        transaction.executeWithoutResult(tx -> {
            lock();
            jdbc.sql("drop schema if exists %s cascade".formatted(retired.schema()))
                    .update();
            tokens.delete(retired.name());
            for (String table : List.of("failure", "set_aside")) {
                jdbc.sql("delete from views.%s where name = ? and generation = ?".formatted(table))
                        .params(retired.view(), retired.number())
                        .update();
            }
            jdbc.sql("update views.generation set dropped_at = ? where name = ? and generation = ?")
                    .params(Columns.timestamp(clock.instant()), retired.view(), retired.number())
                    .update();
        });
    }

    private void lock() {
        jdbc.sql("set local lock_timeout = '2s'").update();
        jdbc.sql("lock table views.generation in share row exclusive mode").update();
    }

    private Optional<Generation> find(View view, GenerationState state) {
        return all().stream()
                .filter(g -> g.view().equals(view.name()) && g.is(state))
                .findFirst();
    }

    private Generation create(View view) {
        TrackingToken tail = log.createTailToken();
        int number = jdbc.sql("select coalesce(max(generation), 0) + 1 from views.generation where name = ?")
                .param(view.name())
                .query(Integer.class)
                .single();
        Instant now = clock.instant();
        Generation next =
                new Generation(view.name(), number, view.builtAs(), GenerationState.BUILDING, null, now, null);
        jdbc.sql("insert into views.generation (name, generation, revision, created_at) values (?, ?, ?, ?)")
                .params(view.name(), number, view.builtAs(), Columns.timestamp(now))
                .update();
        jdbc.sql("create schema " + next.schema()).update();
        jdbc.sql("select set_config('search_path', ?, true)")
                .param(next.schema())
                .query(String.class)
                .single();
        jdbc.sql(KNOWN.formatted(next.known())).update();
        jdbc.sql(view.tables()).update();
        tokens.create(next.name(), SEGMENTS, tail);
        return next;
    }

    private void point(Generation next) {
        jdbc.sql("""
                        insert into views.live (name, generation, revision, since) values (?, ?, ?, ?)
                        on conflict (name) do update
                        set generation = excluded.generation, revision = excluded.revision, since = excluded.since""")
                .params(next.view(), next.number(), next.revision(), Columns.timestamp(clock.instant()))
                .update();
    }

    private void retire(Generation generation) {
        jdbc.sql("update views.generation set retired_at = ? where name = ? and generation = ?")
                .params(Columns.timestamp(clock.instant()), generation.view(), generation.number())
                .update();
    }

    private static boolean soon(BooleanSupplier reached) {
        long end = System.nanoTime() + OVERTAKING.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
        return true;
    }
}
