package org.shaodao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.flowable.cmmn.engine.CmmnEngine;

/**
 * The whole run: one PostgreSQL, one part after the other, and a file with what was found. A part that fails is told and
 * leaves its names out; the others go on.
 */
public final class Bench {
    private static final Set<String> PARTS = Set.of("engine", "lag", "replay", "startup", "http", "growth");

    private final Path project;
    private final Path folder;
    private final Path written;
    private final Sizes sizes;
    private final List<String> parts;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Results results = new Results();

    private Bench(Path project, Path target, Sizes sizes, List<String> parts) throws IOException {
        this.project = project;
        this.folder = emptied(target.resolve("run"));
        this.written = target.resolve("bench.json");
        this.sizes = sizes;
        this.parts = parts;
    }

    /**
     * Runs.
     *
     * @param arguments the folder of the project, {@code short} or {@code full}, and the parts that are wanted; none = all
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        List<String> parts = List.of(arguments).subList(2, arguments.length);
        if (!PARTS.containsAll(parts)) {
            throw new IllegalArgumentException("The parts are " + PARTS);
        }
        Path project = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path target = Files.createDirectories(project.resolve("deploy/bench/target"));
        Bench bench = new Bench(project, target, Sizes.of(arguments[1]), parts);
        bench.run();
        bench.results.print(bench.out);
        bench.out.println(bench.written);
        System.exit(0);
    }

    private void run() throws IOException, SQLException {
        Server server = new Server(folder.resolve("server"));
        // However the run ends, nothing of it goes on; contestants end with their input.
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        out.println(server.promises());
        versions(server);
        try (EngineBench engines = new EngineBench(server, folder, sizes, out)) {
            if (wanted("engine") || wanted("lag")) {
                part("start", () -> engines.start(wanted("engine")));
            }
            if (wanted("engine")) {
                part("engine", () -> engines.run(results));
            }
            if (wanted("lag")) {
                part("lag", () -> engines.lag(results));
            }
        }
        if (wanted("startup")) {
            Path packages = project.resolve("case-api/target");
            part("startup", () -> new StartupBench(packages, folder, sizes, out).run(results));
        }
        if (wanted("http")) {
            part("http", () -> new HttpBench(server, folder, sizes, out).run(results));
        }
        if (wanted("growth") || wanted("replay")) {
            GrowthBench growth = new GrowthBench(server, folder, sizes, out);
            part("growth", () -> growth.run(wanted("growth"), wanted("replay"), results));
        }
    }

    private boolean wanted(String part) {
        return parts.isEmpty() || parts.contains(part);
    }

    private void part(String name, Part part) throws IOException {
        long begin = System.nanoTime();
        out.printf("%n== %s%n", name);
        try {
            part.run();
        } catch (Exception e) {
            out.printf("%s was broken off: %s%n", name, e);
        }
        results.write(written);
        out.printf("== %s took %.0f s%n", name, (System.nanoTime() - begin) / 1e9);
    }

    private void versions(Server server) throws SQLException {
        results.say("date", Instant.now().toString());
        results.say("version.java", Runtime.version().toString());
        results.say("version.postgresql", server.show("server_version"));
        results.say("version.axon", versionOf(EventStore.class));
        results.say("version.flowable", versionOf(CmmnEngine.class));
        results.say("version.product", versionOf(org.shaodao.ShaodaoApplication.class));
        results.put("machine.processors", Runtime.getRuntime().availableProcessors());
        results.put(
                "machine.load_average_before",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** As the name of its archive says it. */
    private static String versionOf(Class<?> type) {
        String archive =
                String.valueOf(type.getProtectionDomain().getCodeSource().getLocation());
        return archive.replaceFirst(".*/[a-z-]+?-(\\d[^/]*)\\.jar", "$1");
    }

    private static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    @FunctionalInterface
    private interface Part {
        void run() throws Exception;
    }
}
