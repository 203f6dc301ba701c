package org.shaodao.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** A contestant in a JVM of its own, on the class path of this one, as the one who asks sees it. */
final class Contestant implements AutoCloseable {
    /** What every JVM of the product is started with. */
    static final List<String> JAVA_FLAGS = List.of(
            "-Dfile.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-XX:+UseParallelGC",
            "-Daxoniq.update-checker.disabled=true");

    private static final String QUIET = "-Dlogback.configurationFile=org/shaodao/bench/logback.xml";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SECONDS_TO_END = 30;

    private final String name;
    private final Path log;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    private Contestant(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param folder where it leaves what it says on its standard error
     * @param heap megabytes; an installation has 512
     */
    static Contestant start(String name, Class<?> main, Path folder, int heap, List<String> arguments)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        Process process = new ProcessBuilder(command(heap, List.of(), main, arguments))
                .redirectError(log.toFile())
                .start();
        Contestant contestant = new Contestant(name, log, process);
        contestant.marked();
        return contestant;
    }

    /** For a JVM on the class path of this one, with these flags beside those of all. */
    static List<String> command(int heap, List<String> flags, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(JAVA_FLAGS);
        command.add(QUIET);
        command.add("-Xmx" + heap + "m");
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /** The java of this JVM. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    String name() {
        return name;
    }

    /** One round of so many clients. */
    Round run(int clients, long millis) throws IOException {
        return ask(Round.class, Contest.RUN, clients, millis);
    }

    /** Asks anything and waits for the answer. */
    <T> T ask(Class<T> type, Object... words) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Object word : words) {
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        questions.println(line);
        return JSON.readValue(marked(), type);
    }

    private String marked() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(Contest.MARK)) {
                return line.substring(Contest.MARK.length());
            }
        }
        throw new IOException("%s ended; its last words are in %s".formatted(name, log));
    }

    @Override
    public void close() {
        questions.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
