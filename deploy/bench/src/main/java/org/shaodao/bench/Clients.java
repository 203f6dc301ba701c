package org.shaodao.bench;

import io.gatling.app.Gatling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.bench.RunServed.Door;
import tools.jackson.databind.json.JsonMapper;

/** Those who ask the product over HTTP: Gatling, in a JVM of its own. What they cost is not counted. */
final class Clients {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Door door;
    private final long postmaster;
    private final Path folder;

    /** @param folder where each shift has a folder and a log */
    Clients(Door door, long postmaster, Path folder) {
        this.door = door;
        this.postmaster = postmaster;
        this.folder = folder;
    }

    /**
     * One shift.
     *
     * @param name of its folder and log
     * @param practice as in {@link Shift}, like all that follows
     * @throws IOException with the log's name if a request failed or nobody could ask
     */
    Round work(String name, Duration practice, Duration counted, @Nullable Double perSecond)
            throws IOException, InterruptedException {
        Path log = folder.resolve(name + ".log");
        Shift shift =
                new Shift(door, postmaster, Files.createDirectory(folder.resolve(name)), practice, counted, perSecond);
        // Gatling asks for newer versions and keeps the answer: its JVM knows no machine but this one, and no home.
        Path hosts = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        List<String> flags = List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djdk.net.hosts.file=" + hosts,
                "-Djava.util.prefs.userRoot=" + folder,
                "-Djava.io.tmpdir=" + folder,
                "-Dgatling.data.enableAnalytics=false",
                "-D" + WorkingDay.SHIFT + "=" + JSON.writeValueAsString(shift));
        List<String> arguments =
                List.of("-s", WorkingDay.class.getName(), "-rf", shift.folder().toString(), "-nr");
        int status = new ProcessBuilder(Contestant.command(Product.HEAP, flags, Gatling.class, arguments))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IOException("the clients of %s gave up; %s says why".formatted(name, log));
        }
        return JSON.readValue(shift.found(), Round.class);
    }
}
