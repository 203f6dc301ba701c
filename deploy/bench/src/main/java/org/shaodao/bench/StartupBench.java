package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * From the start of the process until it serves a request: the packaged product, unpacked, with an AOT cache that its
 * first run left behind, on its own database, whose data are there and whose process is not.
 */
final class StartupBench {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long LOOK_AGAIN_MILLIS = 5;
    private static final int OK = 200;

    private final Path packages;
    private final Path folder;
    private final Sizes sizes;
    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param packages where the packaged product was built */
    StartupBench(Path packages, Path folder, Sizes sizes, PrintStream out) {
        this.packages = packages;
        this.folder = folder;
        this.sizes = sizes;
        this.out = out;
    }

    void run(Results results) throws IOException, InterruptedException {
        Path jar = unpacked();
        Path cache = folder.resolve("product.aot");
        double first = start(jar, "-XX:AOTCacheOutput=" + cache);
        out.printf("first start, with initdb and without AOT cache: %.2f s%n", first);
        if (!Files.exists(cache)) {
            throw new IOException("the first run left no AOT cache");
        }
        double[] seconds = new double[sizes.starts()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = start(jar, "-XX:AOTCache=" + cache);
            out.printf("start: %.2f s%n", seconds[i]);
        }
        results.put("startup.first_seconds", first);
        results.put("startup.seconds", Medians.median(seconds));
    }

    private Path unpacked() throws IOException, InterruptedException {
        Path packaged;
        try (Stream<Path> files = Files.list(packages)) {
            packaged = files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the product is not packaged"));
        }
        Path product = folder.resolve("product");
        Process unpacking = new ProcessBuilder(
                        Contestant.java().toString(),
                        "-Djarmode=tools",
                        "-jar",
                        packaged.toString(),
                        "extract",
                        "--destination",
                        product.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("unpacking.log").toFile())
                .start();
        if (unpacking.waitFor() != 0) {
            throw new IOException("the packaged product could not be unpacked");
        }
        return product.resolve(packaged.getFileName());
    }

    /** Seconds until it served a request; when this returns it has ended. */
    private double start(Path jar, String cache) throws IOException, InterruptedException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(Contestant.java().toString(), cache));
        command.addAll(Contestant.JAVA_FLAGS);
        Collections.addAll(
                command,
                "-Xmx" + Product.HEAP + "m",
                "-jar",
                jar.toString(),
                "--shaodao.data=" + folder.resolve("data-startup"),
                "--server.port=" + port);
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("startup.log").toFile()))
                .start();
        try {
            URI ready = URI.create("http://localhost:" + port + "/actuator/health/readiness");
            while (!serves(ready)) {
                if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new IOException("the packaged product did not start");
                }
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private boolean serves(URI page) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
