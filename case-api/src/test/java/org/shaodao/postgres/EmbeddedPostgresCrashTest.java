package org.shaodao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** Application, postmaster or both are killed: what was committed is there again, and nobody else is harmed. */
class EmbeddedPostgresCrashTest {
    private static final Path BINARIES = EmbeddedPostgresServerTest.BINARIES;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** One for all: each test leaves behind, or may find, a database that only has to start. */
    @TempDir
    private static Path data;

    @Test
    void after_the_application_was_killed_its_server_is_replaced_and_the_committed_row_is_there() throws Exception {
        Process other = startedElsewhere();
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(data.toRealPath().toString())
                .hasMessageContaining("process " + other.pid());

        kill(other.toHandle());
        ProcessHandle orphan = postmaster();
        assertThat(orphan.isAlive()).isTrue();

        try (EmbeddedPostgresServer server = start()) {
            assertThat(postmaster().pid()).isNotEqualTo(orphan.pid());
            assertThat(acknowledged(server)).contains(Long.toString(other.pid()));
        }
    }

    @Test
    void after_application_and_postmaster_were_killed_a_child_still_at_work_does_not_hinder_the_recovery()
            throws Exception {
        Process other = startedElsewhere();
        ProcessHandle postmaster = postmaster();
        long busy = startEndlessQuery();
        kill(other.toHandle());
        kill(postmaster);
        assertThat(ProcessHandle.of(busy)).isPresent();

        try (EmbeddedPostgresServer server = start()) {
            assertThat(acknowledged(server)).contains(Long.toString(other.pid()));
            await().atMost(PATIENCE).until(() -> ProcessHandle.of(busy).isEmpty());
        }
    }

    @Test
    void a_killed_postmaster_comes_back_by_itself_while_the_folder_stays_taken() throws Exception {
        try (EmbeddedPostgresServer server = start()) {
            Sql.execute(server, "create table if not exists acknowledged (pid bigint)");
            Sql.execute(server, "insert into acknowledged values (0)");
            startEndlessQuery();
            ProcessHandle first = postmaster();
            kill(first);
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> assertThat(acknowledged(server)).contains("0"));
            assertThat(postmaster().pid()).isNotEqualTo(first.pid());

            kill(postmaster());
            await().atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(SQLException.class)
                    .untilAsserted(() -> Sql.value(server, "select 1"));

            // A refused second start in this very process must not lose the first one's lock.
            assertThatThrownBy(this::start).isInstanceOf(DatabaseStartException.class);
            assertThat(OtherApplication.verdict(OtherApplication.start(data, BINARIES)))
                    .contains("is in use", "process " + ProcessHandle.current().pid());
        }
        assertThat(data.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_stale_pid_file_neither_hinders_the_start_nor_harms_the_stranger_that_has_the_pid_now() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "1000").start();
        try {
            leavePidFile(Long.toString(stranger.pid()));
            start().close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** A thread's id is alive to whoever asks for it, and yet in no list of processes. */
    @Test
    void a_stale_pid_file_that_names_a_thread_or_nothing_does_not_hinder_the_start() throws Exception {
        start().close();
        leavePidFile(Long.toString(idOfAThread()));
        start().close();
        leavePidFile("");
        start().close();
    }

    private static long idOfAThread() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.mapToLong(
                            thread -> Long.parseLong(thread.getFileName().toString()))
                    .filter(thread -> thread != ProcessHandle.current().pid())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void leavePidFile(String pid) throws IOException {
        Path pidFile = data.resolve("postgresql/cluster/postmaster.pid");
        Files.write(
                pidFile,
                pid.isEmpty() ? List.of() : List.of(pid, pidFile.getParent().toString(), "1", "5432"));
    }

    private EmbeddedPostgresServer start() {
        return EmbeddedPostgresServer.start(data, BINARIES);
    }

    private static List<String> acknowledged(EmbeddedPostgresServer server) throws SQLException {
        return List.of(Sql.value(server, "select string_agg(pid::text, ' ') from acknowledged")
                .split(" "));
    }

    private Process startedElsewhere() throws IOException {
        Process other = OtherApplication.start(data, BINARIES);
        assertThat(OtherApplication.verdict(other)).isEqualTo(OtherApplication.READY);
        return other;
    }

    /** A backend that computes without looking up, so it does not notice that its postmaster dies; returns its pid. */
    private long startEndlessQuery() throws IOException, SQLException {
        Connection busy = connect();
        long pid = busy.unwrap(PGConnection.class).getBackendPID();
        Thread.ofVirtual().start(() -> {
            try (Statement statement = busy.createStatement()) {
                statement.execute("select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b");
            } catch (SQLException e) {
                // killed, as it is meant to be
            }
        });
        try (Connection observer = connect();
                PreparedStatement activity =
                        observer.prepareStatement("select from pg_stat_activity where pid = ? and state = 'active'")) {
            activity.setLong(1, pid);
            await().atMost(PATIENCE).until(() -> activity.executeQuery().next());
        }
        return pid;
    }

    private Connection connect() throws IOException, SQLException {
        String port = Files.readString(data.resolve("postgresql/port")).strip();
        String password = Files.readString(data.resolve("postgresql/application.password"))
                .strip();
        return DriverManager.getConnection(
                Databases.url(Integer.parseInt(port), Databases.EVENTS), Databases.APPLICATION, password);
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !process.isAlive());
    }
}
