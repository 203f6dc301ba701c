package org.shaodao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is said in one sentence; set right, the same data start. */
class EmbeddedPostgresRefusalTest {
    private static final Path BINARIES = EmbeddedPostgresServerTest.BINARIES;

    @TempDir
    private static Path data;

    private static Path folder;

    @BeforeAll
    static void create() {
        EmbeddedPostgresServer.start(data, BINARIES).close();
        folder = data.resolve("postgresql");
    }

    @Test
    void data_of_another_major_version_are_refused() throws IOException {
        assertThatThrownBy(() -> startWith("cluster/PG_VERSION", "17\n"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("holds data of PostgreSQL 17, and this application brings PostgreSQL 18");
    }

    @Test
    void a_port_taken_by_another_program_is_refused() throws IOException {
        Path port = folder.resolve("port");
        int number = Integer.parseInt(Files.readString(port).strip());
        try (ServerSocket stranger = new ServerSocket(number, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(stranger.isBound()).isTrue();
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("Port " + number)
                    .hasMessageContaining(port.toRealPath().toString());
        }
        start(data).close();
    }

    @Test
    void a_port_file_that_holds_no_port_is_refused() {
        assertThatThrownBy(() -> startWith("port", "80\n"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("holds \"80\"");
    }

    @Test
    void a_foreign_superuser_password_is_refused_and_leaves_nothing_running() throws IOException {
        assertThatThrownBy(() -> startWith("superuser.password", "foreign\n"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("superuser.password");
        assertThat(folder.resolve("cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void what_postgresql_itself_objects_to_is_passed_on() {
        assertThatThrownBy(() -> startWith("cluster/postgresql.conf", "nonsense = 1\n"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("nonsense");
    }

    @Test
    void a_file_is_no_folder(@TempDir Path elsewhere) throws IOException {
        Path file = Files.createFile(elsewhere.resolve("file"));
        assertThatThrownBy(() -> start(file))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining(file + " is not a folder");
    }

    @Test
    void a_folder_that_cannot_be_written_is_refused() {
        assertThatThrownBy(() -> start(Path.of("/proc/shaodao")))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("/proc/shaodao");
    }

    @Test
    void a_folder_of_another_user_is_refused(@TempDir Path elsewhere) throws IOException {
        assumeTrue(isRoot(), "only root can give a folder away");
        Path foreign = Files.createDirectory(elsewhere.resolve("postgresql"));
        Files.setAttribute(foreign, "unix:uid", 65_534);
        assertThatThrownBy(() -> start(elsewhere))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("belongs to user");
    }

    @Test
    void a_full_disk_is_refused(@TempDir Path elsewhere) throws Exception {
        assumeTrue(isRoot(), "only root can mount a small disk");
        run("mount", "-t", "tmpfs", "-o", "size=20m", "tmpfs", elsewhere.toString());
        try {
            assertThatThrownBy(() -> start(elsewhere))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("is full: 20 MB are free");
        } finally {
            run("umount", elsewhere.toString());
        }
    }

    private static EmbeddedPostgresServer start(Path dataFolder) {
        return EmbeddedPostgresServer.start(dataFolder, BINARIES);
    }

    /** Starts with another text in a file of the database, and puts the right one back. */
    private static void startWith(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        String right = Files.readString(path);
        Files.writeString(path, text);
        try {
            start(data).close();
        } finally {
            Files.writeString(path, right);
        }
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
