package org.shaodao.bench;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Clients that live lives, and what that costs.
 *
 * @param application process whose processor time is counted
 * @param postmaster of the server whose processor time is counted
 */
record Load(long application, long postmaster) {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Of this process on a database. */
    static Load here(Database database) {
        return new Load(ProcessHandle.current().pid(), database.postmaster());
    }

    /**
     * A closed loop: each client takes its next step when the one before was answered. Lives that were begun in time are
     * finished.
     *
     * @param after what still belongs to the round, for example until everything is projected; what it tells is told too
     */
    Round closed(int clients, long millis, Life life, Callable<Map<String, Double>> after) throws Exception {
        long end = System.nanoTime() + millis * NANOS_PER_MILLI;
        return measured(
                clients,
                (client, took) -> {
                    long steps = 0;
                    while (System.nanoTime() < end) {
                        for (Life.Step step : life.begin()) {
                            long begin = System.nanoTime();
                            step.take();
                            took.add(System.nanoTime() - begin);
                            steps++;
                        }
                    }
                    return steps;
                },
                after);
    }

    /**
     * An open loop: steps are due at a rate, whatever became of those before, and a step's time is counted from when it
     * was due.
     *
     * @param clients so many steps at most are under way
     */
    Round open(int clients, long millis, double perSecond, Life life, Callable<Map<String, Double>> after)
            throws Exception {
        long begin = System.nanoTime();
        long end = begin + millis * NANOS_PER_MILLI;
        double pause = NANOS_PER_SECOND / perSecond;
        return measured(
                clients,
                (client, took) -> {
                    Iterator<Life.Step> steps = life.begin().iterator();
                    long taken = 0;
                    for (long due = begin + (long) (pause * client); due < end; ) {
                        steps = steps.hasNext() ? steps : life.begin().iterator();
                        sleep(due);
                        steps.next().take();
                        took.add(System.nanoTime() - due);
                        taken++;
                        due = begin + (long) (pause * (client + taken * clients));
                    }
                    return taken;
                },
                after);
    }

    private static void sleep(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Round measured(int clients, Client client, Callable<Map<String, Double>> after) throws Exception {
        long applicationBefore = Cpu.ofProcess(application);
        long databaseBefore = Cpu.ofServer(postmaster);
        long begin = System.nanoTime();
        List<Latencies> latencies = new ArrayList<>();
        long steps = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int number = i;
                Latencies own = new Latencies();
                latencies.add(own);
                running.add(threads.submit(() -> client.run(number, own)));
            }
            for (Future<Long> each : running) {
                steps += each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e);
        }
        Map<String, Double> more = after.call();
        return new Round(
                steps,
                (System.nanoTime() - begin) / NANOS_PER_SECOND,
                Cpu.ofProcess(application) - applicationBefore,
                Cpu.ofServer(postmaster) - databaseBefore,
                Latencies.millis(0.5, latencies),
                Latencies.millis(0.99, latencies),
                more);
    }

    @FunctionalInterface
    private interface Client {
        long run(int number, Latencies took) throws Exception;
    }
}
