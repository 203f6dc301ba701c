package org.shaodao.view;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads views: always the live generation, chosen anew for every transaction. */
public final class Views {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final String ENTER = """
            select set_config('search_path', 'view_' || name || '_' || generation, true)
            from views.live where name = ? and revision = ?""";

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

    private <T extends @Nullable Object> T readAtLeast(
            String view, int revision, NotOlderThan minimum, Function<JdbcClient, T> reader) {
        long end = System.nanoTime() + registry.settings().patience().toNanos();
        try (Landings.Expectation landing = registry.landings().expect(minimum)) {
            while (true) {
                Seen<T> seen = reading.execute(tx -> {
                    enter(view, revision);
                    return reached(minimum) ? new Seen<>(reader.apply(registry.jdbc())) : null;
                });
                if (seen != null) {
                    return seen.value();
                }
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new ViewBehind(view, minimum);
                }
                landing.await(Duration.ofNanos(Math.min(left, LOOK_AGAIN.toNanos())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ViewBehind(view, minimum);
        }
    }

    /** Something was read, be it null. */
    private record Seen<T extends @Nullable Object>(T value) {}

    /** Asks which generation is live and makes its schema the one that is read, in one round trip. */
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

    private boolean reached(NotOlderThan minimum) {
        return registry.jdbc()
                .sql("select version from known_case where case_id = ?")
                .param(minimum.caseId())
                .query(Long.class)
                .optional()
                .filter(version -> version >= minimum.version())
                .isPresent();
    }
}
