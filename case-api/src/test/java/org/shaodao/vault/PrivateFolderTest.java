package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir
    Path temporary;

    @Test
    void folder_and_files_are_their_owners_alone() throws IOException {
        Path path = temporary.resolve("data/private");
        new Secrets(path);
        var keys = new EpochKeys(path);
        var epoch = UUID.randomUUID();
        keys.create(epoch);
        keys.destructions()
                .append(new Destruction(UUID.randomUUID(), Installation.CLOCK.instant(), "admin-1", "asked-by-person"));

        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.getParent())).as("made for it").isEqualTo("rwx------");
        try (var files = Files.list(path)) {
            assertThat(files)
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void what_was_opened_to_others_is_closed_again() throws IOException {
        Path path = temporary.resolve("private");
        new Secrets(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(path.resolve("secrets.json"), PosixFilePermissions.fromString("rw-r--r--"));

        new Secrets(path);

        assertThat(permissions(path)).isEqualTo("rwx------");
        assertThat(permissions(path.resolve("secrets.json"))).isEqualTo("rw-------");
    }

    @Test
    void narrower_permissions_than_ours_are_left_alone() throws IOException {
        Path path = temporary.resolve("private");
        new Secrets(path);
        Files.setPosixFilePermissions(path.resolve("secrets.json"), PosixFilePermissions.fromString("r--------"));

        new Secrets(path);

        assertThat(permissions(path.resolve("secrets.json"))).isEqualTo("r--------");
    }

    @Test
    void of_several_first_starts_at_once_one_creates_and_all_use_the_same() throws Exception {
        int nodes = 8;
        var together = new CyclicBarrier(nodes);
        Path path = temporary.resolve("private");
        try (var threads = Executors.newFixedThreadPool(nodes)) {
            var starts = IntStream.range(0, nodes)
                    .mapToObj(node -> threads.submit(() -> {
                        together.await();
                        return new Secrets(path).hmac(Secrets.Purpose.API_KEY, new byte[] {1});
                    }))
                    .toList();
            String first = starts.getFirst().get();
            for (Future<String> start : starts) {
                assertThat(start.get()).isEqualTo(first);
            }
        }
        try (var files = Files.list(path)) {
            assertThat(files).as("no draft is left").containsExactly(path.resolve("secrets.json"));
        }
    }

    @Test
    void a_destroyed_file_is_overwritten_before_it_is_removed() throws IOException {
        var folder = new PrivateFolder(temporary.resolve("private"));
        folder.createOnce("key", "0123456789".getBytes());
        Path secondName = temporary.resolve("second-name");
        Files.createLink(secondName, folder.file("key"));

        folder.destroy("key");
        folder.destroy("key");

        assertThat(folder.file("key")).doesNotExist();
        assertThat(Files.readAllBytes(secondName)).isEqualTo(new byte[10]);
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
