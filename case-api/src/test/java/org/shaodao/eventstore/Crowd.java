package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Many writers, half of them fighting for a few notes, who remember what they were told. */
final class Crowd {
    private static final int WRITERS = 16;

    /** Ids of events by what was said of them. */
    final Collection<String> stored = new ConcurrentLinkedQueue<>();

    final Collection<String> notStored = new ConcurrentLinkedQueue<>();
    final Collection<String> unknown = new ConcurrentLinkedQueue<>();
    final AtomicInteger conflicts = new AtomicInteger();

    /** What those were told who wrote where nobody could be in their way, and yet were not served. */
    final Collection<String> innocentsHurt = new ConcurrentLinkedQueue<>();

    /**
     * Sixteen threads write; every other write goes to a note that all of them write to, the rest to notes of their
     * own, on which nobody can be in their way. Returns when all have made all their writes.
     */
    void write(TestStore store, String name, int writesPerThread) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> write(store, name, i, writesPerThread)))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("a writer gave up", e.getCause());
        }
    }

    private void write(TestStore store, String name, int writer, int writes) {
        for (int i = 0; i < writes; i++) {
            boolean shared = i % 2 == 0;
            String note = shared ? "shared " + ThreadLocalRandom.current().nextInt(3) : name + " own " + writer;
            RuntimeException told = append(store, note, 1 + i % 3);
            if (told != null && !shared) {
                innocentsHurt.add(told.toString());
            }
        }
    }

    /** Null if the events were stored. */
    private @Nullable RuntimeException append(TestStore store, String note, int events) {
        long next = store.engine.lastSequenceNumberFor(note).orElse(-1L) + 1;
        List<GenericDomainEventMessage<NoteEvent>> request = LongStream.range(next, next + events)
                .mapToObj(sequence -> NoteEvent.written(note, sequence, "text"))
                .toList();
        List<String> ids =
                request.stream().map(GenericDomainEventMessage::getIdentifier).toList();
        try {
            store.engine.appendEvents(request);
            stored.addAll(ids);
            return null;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            notStored.addAll(ids);
            conflicts.incrementAndGet();
            return e;
        } catch (AppendRefused e) {
            (e.reason().nothingStored() ? notStored : unknown).addAll(ids);
            return e;
        }
    }

    /** What everybody was told is true, and the log is whole. */
    void assertTruth(TestStore store) {
        List<String> log = store.sql
                .sql("select event_id from es.event")
                .query(String.class)
                .list();
        Set<String> told = new HashSet<>(stored);
        told.addAll(unknown);

        assertThat(stored).isNotEmpty();
        assertThat(log).doesNotHaveDuplicates();
        assertThat(new HashSet<>(log)).containsAll(stored).isSubsetOf(told).doesNotContainAnyElementsOf(notStored);
        assertThat(store.sql
                        .sql("select aggregate_id from es.event group by 1"
                                + " having count(*) <> max(sequence_number) + 1 or min(sequence_number) <> 0")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
