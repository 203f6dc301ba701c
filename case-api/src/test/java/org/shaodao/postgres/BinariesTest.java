package org.shaodao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL's programs: wholly there or unpacked again, and only for machines they are made for. */
class BinariesTest {
    private final Binaries ours = Binaries.forMachine(System.getProperty("os.name"), System.getProperty("os.arch"));

    @Test
    void windows_is_told_to_use_a_server_of_its_own() {
        assertThatThrownBy(() -> Binaries.forMachine("Windows 11", "amd64"))
                .isInstanceOf(DatabaseStartException.class)
                .hasMessageContaining("not on Windows 11");
    }

    @Test
    void a_machine_that_no_archive_fits_is_told_so(@TempDir Path folder) {
        for (String architecture : List.of("s390x", "unheard-of")) {
            assertThatThrownBy(() -> Binaries.forMachine("Linux", architecture).unpackedIn(folder))
                    .isInstanceOf(DatabaseStartException.class)
                    .hasMessageContaining("no PostgreSQL for Linux on " + architecture);
        }
    }

    @Test
    void what_a_killed_application_has_half_unpacked_is_unpacked_anew(@TempDir Path folder) throws Exception {
        Path binaries = folder.resolve("binaries");
        Process other = OtherApplication.start(folder.resolve("data"), binaries);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.exists(binaries.resolve("unpacking/lib")));
        other.destroyForcibly().waitFor();
        assertThat(names(binaries)).containsExactly("unpacking");

        Path bin = ours.unpackedIn(binaries);
        assertThat(bin.resolve("postgres")).isExecutable();
        assertThat(bin.resolve("../share/postgresql/postgres.bki")).isNotEmptyFile();
        assertThat(names(binaries)).hasSize(1).doesNotContain("unpacking");

        var unpacked = Files.getLastModifiedTime(bin);
        assertThat(ours.unpackedIn(binaries)).isEqualTo(bin);
        assertThat(Files.getLastModifiedTime(bin)).isEqualTo(unpacked);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
