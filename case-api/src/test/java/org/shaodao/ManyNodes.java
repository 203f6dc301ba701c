package org.shaodao;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.shaodao.postgres.EmbeddedPostgresServer;

/** A database of a test's own, which can be stopped, and nodes on it that share their secrets. */
public final class ManyNodes implements AutoCloseable {
    private final Path folder = RunningProduct.emptyFolder();
    private EmbeddedPostgresServer database = EmbeddedPostgresServer.start(folder.resolve("server"));

    /** One more node, with settings of its own besides. */
    public RunningProduct start(String... more) {
        return RunningProduct.start(
                folder, Stream.concat(Stream.of(settings()), Stream.of(more)).toArray(String[]::new));
    }

    /** One more node in a process of its own, which can be killed. */
    public Process startProcess() throws IOException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ShaodaoApplication.class.getName(),
                "--shaodao.data=" + folder,
                "--server.port=0");
        return new ProcessBuilder(
                        Stream.concat(java.stream(), Stream.of(settings())).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("other-node.log").toFile())
                .start();
    }

    private String[] settings() {
        return Map.of(
                        "database.url", database.eventsUrl(),
                        "database.vault-url", database.vaultUrl(),
                        "database.user", database.user(),
                        "database.password", database.password())
                .entrySet()
                .stream()
                .map(setting -> "--shaodao." + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    public void stopDatabase() {
        database.close();
    }

    public void startDatabase() {
        database = EmbeddedPostgresServer.start(folder.resolve("server"));
    }

    @Override
    public void close() {
        database.close();
    }
}
