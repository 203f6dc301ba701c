package org.shaodao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @Test
    void what_a_killed_application_has_half_unpacked_is_unpacked_anew(@TempDir Path folder) throws Exception {
        Path binaries = folder.resolve("binaries");
        Process other = OtherApplication.start(folder.resolve("data"), binaries);
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> Files.exists(binaries.resolve("unpacking/lib")));
        other.destroyForcibly().waitFor();
        assertThat(names(binaries)).containsExactly("unpacking");

        Path bin = Binaries.unpackedIn(binaries);
        assertThat(bin.resolve("postgres")).isExecutable();
        assertThat(bin.resolve("../share/postgresql/postgres.bki")).isNotEmptyFile();
        assertThat(names(binaries)).hasSize(1).doesNotContain("unpacking");

        var unpacked = Files.getLastModifiedTime(bin);
        assertThat(Binaries.unpackedIn(binaries)).isEqualTo(bin);
        assertThat(Files.getLastModifiedTime(bin)).isEqualTo(unpacked);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
