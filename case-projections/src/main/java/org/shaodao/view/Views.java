package org.shaodao.view;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads views: always the live generation, chosen anew for every transaction. */
public final class Views {
    /** What another node projects is looked for again; seldom where it takes long, for then it has much to do. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private static final String ENTER = """
            select set_config('search_path', %s, false) from views.live where name = ? and revision = ?""".formatted(Generations.LIVE);

    private final ViewRegistry registry;
    private final TransactionTemplate reading;

    public Views(ViewRegistry registry) {
        this.registry = registry;
        this.reading = new TransactionTemplate(registry.transactions());
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Runs a query on the live generation, in a read-only transaction of its own.
     *
     * @param minimum what the reader has written and must see; null = whatever is there. The wait for it is short and
     *     holds no connection
     * @param reader names without a schema are the view's tables
     * @throws ViewNotReady while no generation of this program's revision is live
     * @throws ViewBehind if the view did not reach the minimum in time
     */
    public <T extends @Nullable Object> T read(
            String view, @Nullable NotOlderThan minimum, Function<JdbcClient, T> reader) {
        int revision = registry.view(view).builtAs();
        return minimum == null
                ? reading.execute(tx -> {
                    enter(view, revision);
                    return reader.apply(registry.jdbc());
                })
                : readAtLeast(view, revision, minimum, reader);
    }

    /**
     * Tells rows that were read with what was known of their cases then. Looks into the log where nobody remembers, so
     * it must not be called while {@link #read} holds a connection.
     *
     * @param upTo the case of a row, and how far it was told; nothing is listed before it was raised
     */
    public <R, T> List<T> tell(List<R> rows, Function<R, UpTo> upTo, BiFunction<R, CaseFacts, T> tell) {
        Map<UUID, Long> versions =
                rows.stream().map(upTo).collect(Collectors.toMap(UpTo::caseId, UpTo::version, Math::max));
        Map<UUID, CaseFacts> known = registry.known().upTo(versions);
        return rows.stream()
                .map(row -> tell.apply(
                        row, Objects.requireNonNull(known.get(upTo.apply(row).caseId()))))
                .toList();
    }

    private <T extends @Nullable Object> T readAtLeast(
            String view, int revision, NotOlderThan minimum, Function<JdbcClient, T> reader) {
        long begin = System.nanoTime();
        long end = begin + registry.settings().patience().toNanos();
        try (Landings.Expectation landing = registry.landings().expect(minimum)) {
            while (true) {
                Seen<T> seen = reading.execute(tx -> {
                    enter(view, revision);
                    return reached(view, minimum) ? new Seen<>(reader.apply(registry.jdbc())) : null;
                });
                if (seen != null) {
                    return seen.value();
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new ViewBehind(view, minimum);
                }
                long waited = System.nanoTime() - begin;
                landing.await(Duration.ofNanos(Math.min(left, Math.max(LOOK_AGAIN.toNanos(), waited / 2))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ViewBehind(view, minimum);
        }
    }

    /** Something was read, be it null. */
    private record Seen<T extends @Nullable Object>(T value) {}

    /** Asks whether one is live and makes sure that the live ones are read, in one round trip. */
    private void enter(String view, int revision) {
        boolean readable = registry.jdbc()
                .sql(ENTER)
                .params(view, revision)
                .query(String.class)
                .optional()
                .isPresent();
        if (!readable) {
            throw new ViewNotReady(view);
        }
    }

    private boolean reached(String view, NotOlderThan minimum) {
        return registry.jdbc()
                .sql("select version from known_%s where case_id = ?".formatted(view))
                .param(minimum.caseId())
                .query(Long.class)
                .optional()
                .filter(version -> version >= minimum.version())
                .isPresent();
    }
}
