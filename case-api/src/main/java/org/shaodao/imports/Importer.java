package org.shaodao.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.documents.DocumentDesk;
import org.shaodao.documents.Documents;
import org.shaodao.documents.ImportMapping;
import org.shaodao.documents.Versioned;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.problem.FieldProblem;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.web.RequestMark;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Reads a file while it arrives, a hundred rows at a time: first their codes are registered, then the rows become
 * cases. Memory does not grow with the file.
 */
@Component
class Importer implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int AT_ONCE = 32;

    // Platform threads that are used again: Tink looks for a random source once in every new thread, and finds it
    // slowly.
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("import-", 0).daemon().factory();

    private static final int TOGETHER = 100;

    private final CaseDesk desk;
    private final EventStore events;
    private final DocumentDesk documents;
    private final Documents mappings;
    private final ImportJobs jobs;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Importer(
            CaseDesk desk,
            EventStore events,
            DocumentDesk documents,
            Documents mappings,
            ImportJobs jobs,
            Clock clock) {
        this.desk = desk;
        this.events = events;
        this.documents = documents;
        this.mappings = mappings;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Before anybody can ask for an import or begin one. */
    @Override
    public void afterSingletonsInstantiated() {
        jobs.interruptedByRestart();
    }

    /**
     * What is asked for.
     *
     * @param mapping name of the mapping to read by; null = the one that knows the columns
     * @param zone of the times; null = as the mapping says
     */
    record Order(
            String source,
            @Nullable String mapping,
            @Nullable ZoneId zone) {}

    /** Reads the whole file; what it could not take is listed, and everything else is a case when this returns. */
    void run(String name, Order order, InputStream file, Caller caller) {
        String source = order.source();
        if (!running.add(name)) {
            throw new Problem(ProblemCode.ALREADY_RUNNING, Map.of("import", name));
        }
        try {
            SourceDirectory directory =
                    new SourceDirectory(documents, source, version -> publication(source, version, caller));
            jobs.start(name, source, caller.id());
            ImportTally tally = new ImportTally();
            try {
                read(name, order, file, tally, directory, new CaseImport(desk, events, directory, source, caller));
            } catch (RuntimeException e) {
                failed(name, tally, e);
                throw e;
            }
            jobs.end(name, ImportJobs.State.DONE, tally.counts(), tally.peakHeapMib(), null);
            LOG.info("import {} ended: {}", name, tally.counts());
        } finally {
            running.remove(name);
        }
    }

    /** Notes why an import ended early; where even that fails, the cause is still what is told. */
    private void failed(String name, ImportTally tally, RuntimeException cause) {
        String why = why(cause);
        LOG.warn("import {} failed, {}: {}", name, why, tally.counts());
        try {
            jobs.end(name, ImportJobs.State.FAILED, tally.counts(), tally.peakHeapMib(), why);
        } catch (DataAccessException | TransactionException notNoted) {
            cause.addSuppressed(notNoted);
        }
    }

    private static String why(RuntimeException cause) {
        return switch (cause) {
            case Problem problem
            when !problem.fields().isEmpty() -> {
                FieldProblem wrong = problem.fields().getFirst();
                yield wrong.field() + ' ' + wrong.rule();
            }
            case Refused refused -> refused.refusal().code();
            default -> cause.getClass().getSimpleName();
        };
    }

    private void read(
            String name,
            Order order,
            InputStream file,
            ImportTally tally,
            SourceDirectory directory,
            CaseImport cases) {
        AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
        Semaphore places = new Semaphore(AT_ONCE);
        int begun = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, THREADS);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(unpacked(file))) {
            List<SourceRow> some = new ArrayList<>();
            MappedRows format = null;
            for (Iterator<NamedCsvRecord> each = rows.iterator(); each.hasNext() && failed.get() == null; ) {
                NamedCsvRecord row = each.next();
                if (format == null) {
                    format = mapped(name, order, row.getHeader());
                    requireColumns(format, row);
                }
                understand(name, format, row, tally).ifPresent(some::add);
                begun++;
                if (begun % TOGETHER == 0 || !each.hasNext()) {
                    directory.register(some);
                    some.forEach(request -> {
                        places.acquireUninterruptibly();
                        workers.execute(() -> {
                            try {
                                take(name, request, tally, cases);
                            } catch (RuntimeException e) {
                                failed.compareAndSet(null, e);
                            } finally {
                                places.release();
                            }
                        });
                    });
                    some.clear();
                    tally.noteHeap();
                    jobs.progress(name, tally.counts());
                }
            }
        } catch (CsvParseException e) {
            throw Problem.field("body", "csv");
        } catch (IOException | UncheckedIOException e) {
            throw Problem.field("body", "damaged");
        }
        RuntimeException failure = failed.get();
        if (failure != null) {
            throw failure;
        }
        if (begun == 0) {
            throw Problem.field("body", "no-rows");
        }
    }

    /** The mapping that was asked for, or of those in force the one that knows the most columns of the file. */
    private MappedRows mapped(String name, Order order, List<String> header) {
        Instant now = clock.instant();
        String asked = order.mapping();
        List<Versioned<ImportMapping>> known = mappings.mappings(now);
        Versioned<ImportMapping> mapping = (asked == null
                        ? known.stream()
                                .filter(each ->
                                        header.containsAll(each.content().recognisedBy()))
                                .max(Comparator.comparing(
                                        each -> each.content().recognisedBy().size()))
                        : mappings.mapping(asked, now))
                .orElseThrow(() -> Problem.field(
                        "mapping",
                        "import-mapping",
                        known.stream().map(Importer::knownBy).collect(Collectors.joining("; "))));
        ZoneId zone = order.zone() == null && mapping.content().zone() != null
                ? ZoneId.of(mapping.content().zone())
                : order.zone();
        if (zone == null) {
            throw Problem.field("zone", "needed");
        }
        jobs.mapped(name, mapping.ref().id() + '/' + mapping.ref().version(), zone.getId());
        return new MappedRows(mapping.content(), zone);
    }

    private static String knownBy(Versioned<ImportMapping> mapping) {
        return mapping.ref().id() + ' ' + mapping.content().recognisedBy();
    }

    private Optional<SourceRow> understand(String name, MappedRows format, NamedCsvRecord row, ImportTally tally) {
        try {
            if (row.getFieldCount() != row.getHeader().size()) {
                throw new RowRejected("*", "wrong-number-of-columns");
            }
            return Optional.of(format.read(row, clock.instant()));
        } catch (RowRejected e) {
            reject(name, tally, row.getStartingLineNumber(), e);
            return Optional.empty();
        }
    }

    private void take(String name, SourceRow request, ImportTally tally, CaseImport cases) {
        try {
            tally.taken(cases.take(request), request);
        } catch (RuntimeException e) {
            reject(name, tally, request.line(), RowRejected.over(e));
        }
    }

    private void reject(String name, ImportTally tally, long line, RowRejected why) {
        jobs.reject(name, new ImportJobs.Reject(line, why.field(), why.reason()));
        tally.rejected();
    }

    /** The administrator who imports also publishes the source's registry, each version once. */
    private static RequestMark publication(String source, String version, Caller caller) {
        String commandId = UuidCreator.getTimeOrderedEpoch().toString();
        By by = new By(caller.id(), null, Role.ADMINISTRATOR, null);
        return new RequestMark(by, true, commandId, source + ' ' + version, true, null, "import", commandId);
    }

    private static void requireColumns(MappedRows format, NamedCsvRecord row) {
        for (String column : format.columns()) {
            if (!row.getHeader().contains(column)) {
                throw Problem.field(column, "column");
            }
        }
    }

    private static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, 1 << 16) : buffered;
    }
}
