package org.shaodao.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The data of the server (PostgreSQL calls it a cluster), and what may work on it. */
final class Cluster {
    static final String SUPERUSER = "postgres";
    static final String SUPERUSER_PASSWORD = "superuser.password";

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** An orderly stop writes a checkpoint. What needs longer is killed: nothing is lost, the next start recovers. */
    private static final int STOP_SECONDS = 60;

    private static final int KILL_ATTEMPTS = 1_000;
    private static final int KILL_PAUSE_MILLIS = 20;

    private final ServerFolder folder;
    private final Programs programs;
    private final Path data;
    private final Processes processes;

    Cluster(ServerFolder folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
        this.data = folder.path("cluster");
        this.processes = new Processes(folder.path());
    }

    /** Creates the data the first time: aside, then put in place, so that a killed creation leaves nothing half-made. */
    void initialiseIfAbsent() throws IOException, InterruptedException {
        if (Files.exists(data)) {
            refuseOtherVersion();
            return;
        }
        LOG.info("Creating the database in {}", data);
        folder.secret(SUPERUSER_PASSWORD);
        Path draft = folder.path("cluster.new");
        ServerFolder.deleteTree(draft);
        programs.run("initdb", ServerSettings.forInitdb(draft, SUPERUSER, folder.path(SUPERUSER_PASSWORD)));
        ServerFolder.putInPlace(draft, data);
    }

    private void refuseOtherVersion() throws IOException, InterruptedException {
        Path file = data.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            throw new DatabaseStartException(
                    "The folder %s holds no PostgreSQL data (no file PG_VERSION): restore it from a backup, or move it away to begin anew."
                            .formatted(data));
        }
        String found = Files.readString(file).strip();
        String ours = programs.run("postgres", List.of("--version")).replaceFirst("\\D*(\\d+).*", "$1");
        if (!found.equals(ours)) {
            throw new DatabaseStartException(
                    "The folder %s holds data of PostgreSQL %s, and this application brings PostgreSQL %s: start the version that wrote it, or bring the data over with pg_upgrade."
                            .formatted(data, found, ours));
        }
    }

    /** Starts a server; it may still be recovering from a crash. */
    Process launch(ServerPort port, ServerLog log) throws IOException {
        port.refuseIfTaken();
        return programs.launch("postgres", ServerSettings.forPostgres(data, port.number()), log.file());
    }

    /** Whether this server accepts connections. */
    boolean isReady(Process postmaster) throws IOException {
        List<String> lines = pidFile();
        return isNamed(postmaster.pid(), lines)
                && lines.size() > 7
                && lines.get(7).strip().equals("ready");
    }

    /** Ends whatever works on the data: in order where a postmaster lives, by force where its children outlived it. */
    void endProcesses() throws IOException, InterruptedException {
        List<String> pidFile = pidFile();
        if (processes.ours().stream().anyMatch(process -> isNamed(process.pid(), pidFile))) {
            stopInOrder();
        }
        List<ProcessHandle> left = processes.ours();
        for (int attempt = 0; !left.isEmpty(); attempt++, left = processes.ours()) {
            if (attempt == KILL_ATTEMPTS) {
                throw new IOException("processes %s of PostgreSQL cannot be killed"
                        .formatted(left.stream().map(ProcessHandle::pid).toList()));
            }
            left.forEach(ProcessHandle::destroyForcibly);
            Thread.sleep(KILL_PAUSE_MILLIS);
        }
        forgetPidFile();
    }

    private void stopInOrder() throws InterruptedException {
        try {
            programs.run(
                    "pg_ctl",
                    List.of("stop", "-D", data.toString(), "-m", "fast", "-s", "-t", Integer.toString(STOP_SECONDS)));
        } catch (IOException e) {
            LOG.warn("PostgreSQL did not stop in order and will be killed; its next start recovers", e);
        }
    }

    /**
     * A crash leaves a pid file. PostgreSQL sees through it if the pid is nobody's any more, but not if a stranger's
     * process or thread has it now, and an empty file it takes for a server that is just starting. By now nothing of
     * ours is at work here, and the lock of the folder keeps others away: the file means nothing and is removed.
     */
    private void forgetPidFile() throws IOException {
        if (Processes.seesAll() || pidFileNamesStranger()) {
            Files.deleteIfExists(pidFilePath());
        }
    }

    private boolean pidFileNamesStranger() throws IOException {
        List<String> pidFile = pidFile();
        return ProcessHandle.allProcesses()
                .anyMatch(process -> isNamed(process.pid(), pidFile) && processes.isStranger(process));
    }

    private static boolean isNamed(long pid, List<String> pidFile) {
        return !pidFile.isEmpty() && pidFile.getFirst().strip().equals(Long.toString(pid));
    }

    private List<String> pidFile() throws IOException {
        try {
            return Files.readAllLines(pidFilePath(), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private Path pidFilePath() {
        return data.resolve("postmaster.pid");
    }
}
