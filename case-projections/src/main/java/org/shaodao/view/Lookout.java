package org.shaodao.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.shaodao.view.ViewStatus.Failure;
import org.shaodao.view.ViewStatus.GenerationStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sees how far every generation has come, whichever nodes fill it, and what keeps it. */
final class Lookout {
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final JdbcClient jdbc;
    private final Tokens tokens;
    private final Processors processors;
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    Lookout(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            JdbcClient jdbc,
            Tokens tokens,
            Processors processors) {
        this.log = log;
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.processors = processors;
    }

    /** Position of the last event in the log; {@link Tokens#NOWHERE} if there is none. */
    long head() {
        return Tokens.position(log.createHeadToken());
    }

    Progress progress(Generation generation, long head) {
        return paces.computeIfAbsent(generation.name(), p -> new Pace())
                .seen(System.nanoTime(), done(positions(generation)), head);
    }

    void forget(Generation generation) {
        paces.remove(generation.name());
    }

    /** Whether a generation has all that the log had when it was looked at, and no segment is behind that line. */
    boolean passed(Generation generation, Map<Integer, Long> line, long head) {
        return done(positions(generation)) >= head && passed(generation, line);
    }

    /** Whether no segment of a generation is behind that line. */
    boolean passed(Generation generation, Map<Integer, Long> line) {
        Map<Integer, Long> positions = positions(generation);
        return line.entrySet().stream()
                .allMatch(e -> positions.getOrDefault(e.getKey(), Tokens.NOWHERE) >= e.getValue());
    }

    /** The generations that do not get on. */
    Set<String> failing() {
        return failures().keySet();
    }

    List<ViewStatus> status(Collection<View> views, List<Generation> generations) {
        long head = head();
        Map<String, Failure> failures = failures();
        List<ViewStatus> status = new ArrayList<>();
        for (View view : views) {
            List<GenerationStatus> ofView = generations.stream()
                    .filter(g -> g.view().equals(view.name()))
                    .map(g -> new GenerationStatus(
                            g.number(),
                            g.revision(),
                            g.state(),
                            g.createdAt(),
                            progress(g, head),
                            failure(g, failures)))
                    .toList();
            status.add(new ViewStatus(view.name(), view.builtAs(), ofView));
        }
        return status;
    }

    /** Stored tokens, or what this node knows better: a segment without work moves on unstored for a while. */
    private Map<Integer, Long> positions(Generation generation) {
        Map<Integer, Long> positions = tokens.positions(generation.processor());
        processors.positions(generation.processor()).forEach((s, p) -> positions.merge(s, p, Math::max));
        return positions;
    }

    private static long done(Map<Integer, Long> positions) {
        return positions.values().stream().min(Long::compare).orElse(Tokens.NOWHERE);
    }

    private Map<String, Failure> failures() {
        Map<String, Failure> failures = new HashMap<>();
        jdbc.sql("select name, generation, case_id, error, failed_at, attempts from views.failure order by failed_at")
                .query(row -> {
                    failures.put(
                            row.getString("name") + "@" + row.getInt("generation"),
                            new Failure(
                                    row.getObject("case_id", UUID.class),
                                    row.getString("error"),
                                    Columns.instant(row, "failed_at"),
                                    row.getInt("attempts")));
                });
        return failures;
    }

    private @Nullable Failure failure(Generation generation, Map<String, Failure> written) {
        Failure failure = written.get(generation.name());
        if (failure == null && processors.stuck(generation.processor())) {
            return new Failure(null, "cannot read the log or claim segments; the log file says why", null, 1);
        }
        return failure;
    }
}
