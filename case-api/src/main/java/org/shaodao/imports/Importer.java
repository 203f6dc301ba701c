package org.shaodao.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.directory.Directory;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads a file while it arrives, some rows at a time; memory does not grow with the file. */
@Component
class Importer implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);
    private static final int AT_ONCE = 32;

    // Platform threads that are used again: Tink looks for a random source once in every new thread, and finds it
    // slowly.
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("import-", 0).daemon().factory();

    private static final int REPORT_EVERY = 100;

    private final CaseDesk desk;
    private final EventStore events;
    private final Directory directory;
    private final ImportJobs jobs;
    private final Clock clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    Importer(CaseDesk desk, EventStore events, Directory directory, ImportJobs jobs, Clock clock) {
        this.desk = desk;
        this.events = events;
        this.directory = directory;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Before anybody can ask for an import or begin one. */
    @Override
    public void afterSingletonsInstantiated() {
        jobs.interruptedByRestart();
    }

    /** Reads the whole file; what it could not take is listed, and everything else is a case when this returns. */
    void run(String name, String source, ZoneId zone, InputStream file, Caller caller) {
        if (!running.add(name)) {
            throw new Problem(ProblemCode.ALREADY_RUNNING, Map.of("import", name));
        }
        try {
            SourceDirectory codes = new SourceDirectory(directory, source);
            jobs.start(name, source, zone.getId(), caller.id());
            resetPeakHeap();
            ImportTally tally = new ImportTally();
            try {
                read(name, zone, file, tally, new CaseImport(desk, events, codes, source, caller));
            } catch (RuntimeException e) {
                failed(name, tally, e);
                throw e;
            }
            jobs.end(name, ImportJobs.State.DONE, tally.counts(), peakHeapMib(), null);
            LOG.info("import {} ended: {}", name, tally.counts());
        } finally {
            running.remove(name);
        }
    }

    /** Notes why an import ended early; where even that fails, the cause is still what is told. */
    private void failed(String name, ImportTally tally, RuntimeException cause) {
        String why = cause instanceof Problem problem && !problem.fields().isEmpty()
                ? problem.fields().getFirst().field()
                        + ' '
                        + problem.fields().getFirst().rule()
                : cause.getClass().getSimpleName();
        LOG.warn("import {} failed, {}: {}", name, why, tally.counts());
        try {
            jobs.end(name, ImportJobs.State.FAILED, tally.counts(), peakHeapMib(), why);
        } catch (DataAccessException | TransactionException notNoted) {
            cause.addSuppressed(notNoted);
        }
    }

    private void read(String name, ZoneId zone, InputStream file, ImportTally tally, CaseImport cases) {
        AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
        Semaphore places = new Semaphore(AT_ONCE);
        int begun = 0;
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE, THREADS);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .detectBomHeader(true)
                        .ofNamedCsvRecord(unpacked(file))) {
            for (NamedCsvRecord row : rows) {
                if (begun == 0) {
                    requireColumns(row);
                }
                if (failed.get() != null) {
                    break;
                }
                places.acquireUninterruptibly();
                workers.execute(() -> {
                    try {
                        take(name, zone, row, tally, cases);
                    } catch (RuntimeException e) {
                        failed.compareAndSet(null, e);
                    } finally {
                        places.release();
                    }
                });
                begun++;
                if (begun % REPORT_EVERY == 0) {
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

    private void take(String name, ZoneId zone, NamedCsvRecord row, ImportTally tally, CaseImport cases) {
        try {
            ServiceRequest request = ServiceRequest.of(row, zone, clock.instant());
            tally.taken(cases.take(request), request.closedAt() != null, request.contradicting());
        } catch (RowRejected e) {
            reject(name, tally, row, e);
        } catch (RuntimeException e) {
            reject(name, tally, row, RowRejected.over(e));
        }
    }

    private void reject(String name, ImportTally tally, NamedCsvRecord row, RowRejected why) {
        jobs.reject(name, new ImportJobs.Reject(row.getStartingLineNumber(), why.field(), why.reason()));
        tally.rejected();
    }

    private static void requireColumns(NamedCsvRecord row) {
        for (String column : ServiceRequest.COLUMNS) {
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

    private static void resetPeakHeap() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    private static int peakHeapMib() {
        long bytes = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return Math.toIntExact(bytes >> 20);
    }
}
