package org.shaodao.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. Should it die it is started again, with growing pauses, until it is stopped. */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int READY_POLL_MILLIS = 20;
    private static final int NOTICE_AFTER_POLLS = 15_000 / READY_POLL_MILLIS;

    private final ServerFolder folder;
    private final Cluster cluster;
    private final ServerPort port;
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();
    private final Thread supervisor;

    /** Starts the server and returns when it accepts connections. */
    Postmaster(ServerFolder folder, Cluster cluster, ServerPort port) throws IOException, InterruptedException {
        this.folder = folder;
        this.cluster = cluster;
        this.port = port;
        Process process = start();
        this.supervisor =
                Thread.ofPlatform().name("postgres-supervisor").daemon().unstarted(() -> supervise(process));
    }

    private Process start() throws IOException, InterruptedException {
        ServerLog log = ServerLog.openIn(folder);
        long logged = log.size();
        Process process = cluster.launch(port, log);
        for (int polls = 1; !process.waitFor(READY_POLL_MILLIS, TimeUnit.MILLISECONDS); polls++) {
            if (cluster.isReady(process) || stopping.isDone()) {
                return process;
            }
            if (polls % NOTICE_AFTER_POLLS == 0) {
                LOG.info("PostgreSQL is still starting; after a crash it may have much to recover");
            }
        }
        throw new DatabaseStartException(
                "PostgreSQL did not start (exit code %d): %s; what else it said is in %s, and %d MB are free there."
                        .formatted(process.exitValue(), log.since(logged), log.file(), folder.freeMegabytes()));
    }

    /** From now on a server that dies is started again. */
    void supervise() {
        supervisor.start();
    }

    private void supervise(Process first) {
        try {
            Process process = first;
            while (!endsBecauseStopped(process)) {
                LOG.error("PostgreSQL died (exit code {}) and is started again", process.exitValue());
                process = restart(process);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("PostgreSQL is no longer supervised", e);
        }
    }

    private boolean endsBecauseStopped(Process process) {
        CompletableFuture.anyOf(process.onExit(), stopping).join();
        return stopping.isDone();
    }

    /** The server that follows a dead one; the dead one if it has to be stopped meanwhile. */
    private Process restart(Process dead) throws InterruptedException {
        Duration pause = SHORTEST_PAUSE;
        while (!stopsWithin(pause)) {
            try {
                cluster.endProcesses();
                Process process = start();
                if (!stopping.isDone()) {
                    LOG.info("PostgreSQL is back on port {}", port.number());
                }
                return process;
            } catch (IOException | RuntimeException e) {
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                LOG.error("PostgreSQL could not be started again; next attempt in {}", pause, e);
            }
        }
        return dead;
    }

    private boolean stopsWithin(Duration pause) {
        stopping.copy()
                .completeOnTimeout(null, pause.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return stopping.isDone();
    }

    /** Stops the server for good: open transactions are rolled back, all else is on disk when this returns. */
    void stop() {
        if (!stopping.complete(null)) {
            return; // already; and by now the folder may be another application's
        }
        try {
            supervisor.join();
            cluster.endProcesses();
        } catch (IOException e) {
            LOG.error("PostgreSQL could not be stopped; the next start will do it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.error("PostgreSQL was perhaps not stopped; the next start will do it", e);
        }
    }
}
