package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.io.CleanupMode.ON_SUCCESS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.soak.Acknowledgements.Word;

/** The disk runs full while cases are at work, and is given room again. */
@Tag("soak")
class FullDiskIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int WAL_SEGMENTS = 20;

    @Test
    void a_full_disk_stops_the_work_and_loses_none_of_it(@TempDir(cleanup = ON_SUCCESS) Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=500m", "tmpfs", disk.toString()))
                .as("only root can mount the small disk this needs")
                .isZero();
        try (UnderLoad load = UnderLoad.begin(folder, disk.resolve("data"))) {
            Path filler = disk.resolve("filler");
            int before = load.told().size();
            fill(filler);
            useUpTheLog(load.product());
            await().atMost(PackagedProduct.PATIENCE)
                    .until(() -> load.told().stream()
                            .skip(before)
                            .anyMatch(line ->
                                    line.word() == Word.AGAIN && line.note().startsWith("503 ")));
            long full = load.acknowledged();
            fill(filler);

            Files.delete(filler);
            load.product().awaitReady();
            load.awaitMore(20);
            Comparison comparison = load.compare();
            System.out.printf(
                    "full disk: after %d acknowledged steps, PostgreSQL died of it: %s; %s%n",
                    full, load.product().output().contains("PostgreSQL died"), comparison);
            comparison.assertNothingLost();
        } finally {
            run("umount", "--lazy", disk.toString());
        }
    }

    private static void fill(Path file) throws IOException {
        try (OutputStream filler = Files.newOutputStream(file)) {
            byte[] block = new byte[MEGABYTE];
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(file)).isPositive();
        }
    }

    /** Makes PostgreSQL ask for new segments of its write-ahead log at once, rather than after minutes of work. */
    private static void useUpTheLog(PackagedProduct product) throws IOException {
        try (Connection superuser = product.superuser();
                Statement statement = superuser.createStatement()) {
            for (int i = 0; i < WAL_SEGMENTS; i++) {
                statement.execute("select pg_logical_emit_message(false, 'soak', repeat('x', 1000000), true)");
                statement.execute("select pg_switch_wal()");
            }
        } catch (SQLException full) {
            // as it is meant to be
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
