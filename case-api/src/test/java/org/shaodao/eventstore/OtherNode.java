package org.shaodao.eventstore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import org.postgresql.ds.PGSimpleDataSource;

/** The event store in a process of its own; prints what its writers were told. */
final class OtherNode {
    private OtherNode() {}

    /** Arguments: JDBC URL, user, name of the crowd, writes per thread. */
    public static void main(String[] arguments) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(arguments[0]);
        database.setUser(arguments[1]);
        Crowd crowd = new Crowd();
        try (TestStore store = TestStore.on(database, TestStore.PATIENT)) {
            crowd.write(store, arguments[2], Integer.parseInt(arguments[3]));
        }
        crowd.stored.forEach(id -> System.out.println("stored " + id));
        crowd.notStored.forEach(id -> System.out.println("not " + id));
        crowd.unknown.forEach(id -> System.out.println("unknown " + id));
        crowd.innocentsHurt.forEach(told -> System.out.println("hurt " + told));
    }

    static Process start(PGSimpleDataSource database, String name, int writesPerThread) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherNode.class.getName(),
                        database.getURL(),
                        String.valueOf(database.getUser()),
                        name,
                        String.valueOf(writesPerThread))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits for the end and adds what its writers were told. */
    static void join(Process node, Crowd crowd) throws IOException, InterruptedException {
        for (String line : new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
            int space = line.indexOf(' ');
            String word = space < 0 ? line : line.substring(0, space);
            switch (word) {
                case "stored" -> add(crowd.stored, line, space);
                case "not" -> add(crowd.notStored, line, space);
                case "unknown" -> add(crowd.unknown, line, space);
                case "hurt" -> add(crowd.innocentsHurt, line, space);
                default -> {} // its log
            }
        }
        if (node.waitFor() != 0) {
            throw new AssertionError("The other node ended with " + node.exitValue());
        }
    }

    private static void add(Collection<String> told, String line, int space) {
        told.add(line.substring(space + 1));
    }
}
