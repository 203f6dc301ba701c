package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class ServerRestartTest {
    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @Test
    void requests_outlast_a_restart_of_the_server() throws Exception {
        int port = freePort();
        EmbeddedPostgres server = server(port);
        PGSimpleDataSource database = (PGSimpleDataSource) server.getPostgresDatabase();
        TestStore.migrate(database);
        try (TestStore store = TestStore.on(database, TestStore.PATIENT)) {
            for (int restart = 0; restart < 2; restart++) {
                store.write("before " + restart, 0, "");
                server.close();
                List<CompletableFuture<Void>> requests = new ArrayList<>();
                for (int i = 0; i < 50; i++) {
                    requests.add(store.writing("meanwhile " + restart + " " + i, 0, ""));
                }
                server = server(port);
                assertThat(requests).allSatisfy(request -> assertThat(request).succeedsWithin(Duration.ofMinutes(1)));
            }
            assertThat(store.log()).hasSize(2 * 51);
            assertThat(store.reconnects()).isEqualTo(2);
        } finally {
            server.close();
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
