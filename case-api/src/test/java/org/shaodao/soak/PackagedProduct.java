package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged application as an operator has it: a process on a folder, which can be started again after anything. */
final class PackagedProduct implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String OWN_PASSWORD = "a password of their own";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final Path data;
    private final Path output;
    private final int port;
    private final List<String> settings;
    private Path jar;
    private Process process;

    /**
     * A product that is not started yet.
     *
     * @param data its data folder
     * @param output where its console is written to
     */
    PackagedProduct(Path data, Path output) throws IOException {
        this(data, output, built(), List.of());
    }

    /**
     * A node that is not started yet.
     *
     * @param data what nodes share beside their database, which lies in the same folder and is somebody else's to end
     * @param jar the version it is of
     * @param database settings that name the database
     */
    PackagedProduct(Path data, Path output, Path jar, List<String> database) throws IOException {
        this.data = data;
        this.output = output;
        this.jar = jar;
        this.settings = database;
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    /** Starts it and returns, when it is ready for requests, how long that took. */
    Duration start() throws IOException {
        long from = System.nanoTime();
        launch();
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - from);
    }

    void launch() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                // Most of these processes live for seconds: a second compiler would cost more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString(),
                "--shaodao.data=" + data,
                "--shaodao.demo=true",
                "--shaodao.demo-weeks=0",
                "--server.port=" + port));
        command.addAll(settings);
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    /** Ends it in order and starts another version of it, which is ready when this returns. */
    void upgradeTo(Path newer) throws IOException, InterruptedException {
        end();
        jar = newer;
        start();
    }

    /** The version that was built last. */
    static Path built() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("target"))) {
            return built.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no packaged jar in target: mvnw package makes it"))
                    .toAbsolutePath();
        }
    }

    void awaitReady() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.isAlive())
                    .as("the application lives; its words are in %s", output)
                    .isTrue();
            return ready();
        });
    }

    /** Whether a load balancer would send requests here. */
    boolean ready() {
        try {
            return get("/actuator/health/readiness", "").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    Process process() {
        return process;
    }

    Path data() {
        return data;
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    // What is asked of it

    HttpResponse<String> get(String path, String authorization) throws IOException {
        return send("GET", path, authorization, null);
    }

    JsonNode json(String path, String key) throws IOException {
        HttpResponse<String> response = get(path, "Bearer " + key);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    HttpResponse<String> send(String method, String path, String authorization, Object body) throws IOException {
        try {
            return http.send(request(method, path, authorization, body), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    CompletableFuture<HttpResponse<String>> begin(String method, String path, String authorization, Object body) {
        return http.sendAsync(request(method, path, authorization, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String authorization, Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Accept-Language", "en");
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        return request.build();
    }

    /** Does what an administrator does first: a password of their own, then a key for every office's system. */
    Map<String, String> issueKeys() throws IOException {
        Matcher said = Pattern.compile(" admin / (\\S+) ").matcher(output());
        assertThat(said.find()).as("the first start says a password").isTrue();
        HttpResponse<String> changed =
                send("PUT", "/api/v1/me/password", basic("admin", said.group(1)), Map.of("password", OWN_PASSWORD));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put(AcknowledgingClient.STREET, issueKey(Map.of("name", "s", "role", "STREET", "unit", "huayuan")));
        keys.put(AcknowledgingClient.LEAD, issueKey(Map.of("name", "l", "role", "UNIT", "unit", "linxi-heating")));
        keys.put(AcknowledgingClient.ASSISTING, issueKey(Map.of("name", "a", "role", "UNIT", "unit", "linxi-housing")));
        keys.put(
                AcknowledgingClient.DISTRICT,
                issueKey(Map.of("name", "d", "role", "DISTRICT", "unit", "linxi-district")));
        keys.put("admin", issueKey(Map.of("name", "r", "role", "ADMINISTRATOR")));
        return keys;
    }

    private String issueKey(Map<String, String> wanted) throws IOException {
        HttpResponse<String> issued = send("POST", "/api/v1/keys", basic("admin", OWN_PASSWORD), wanted);
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        return JSON.readTree(issued.body()).path("key").asString();
    }

    private static String basic(String login, String password) {
        byte[] pair = (login + ':' + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    // Its database

    Connection database() throws SQLException, IOException {
        return database("shaodao", "application.password");
    }

    /** As the superuser, who may do to the server what only accidents do. */
    Connection superuser() throws SQLException, IOException {
        return database("postgres", "superuser.password");
    }

    private Connection database(String user, String passwordFile) throws SQLException, IOException {
        Path folder = data.resolve("postgresql");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/shaodao"
                        .formatted(Files.readString(folder.resolve("port")).strip()),
                user,
                Files.readString(folder.resolve(passwordFile)).strip());
    }

    ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** Everything of PostgreSQL that works in the data folder, whoever started it. */
    List<ProcessHandle> postgres() throws IOException {
        Path folder = data.toRealPath().resolve("postgresql");
        List<ProcessHandle> found = new ArrayList<>();
        ProcessHandle.allProcesses().forEach(each -> {
            try {
                Path proc = Path.of("/proc", Long.toString(each.pid()));
                if (Files.readString(proc.resolve("comm")).strip().equals("postgres")
                        && proc.resolve("cwd").toRealPath().startsWith(folder)) {
                    found.add(each);
                }
            } catch (IOException e) {
                // ended meanwhile
            }
        });
        return found;
    }

    // What can happen to it

    static void kill(ProcessHandle victim) {
        victim.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !victim.isAlive());
    }

    /** Stops the clock of the database: to everybody else it looks out of reach. */
    void freezeDatabase() throws IOException, InterruptedException {
        // First the parent: it would otherwise notice its children.
        signal("STOP", List.of(postmaster()));
        signal("STOP", postgres());
    }

    void thawDatabase() throws IOException, InterruptedException {
        signal("CONT", postgres());
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(each -> command.add(Long.toString(each.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    private void end() throws InterruptedException {
        if (process != null) {
            process.destroy();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                kill(process.toHandle());
            }
        }
    }

    /** Ends it in order; by force what does not end. Nothing of it is left. */
    @Override
    public void close() throws IOException, InterruptedException {
        end();
        if (settings.isEmpty() && Files.exists(data)) {
            signal("CONT", postgres());
            postgres().forEach(PackagedProduct::kill);
        }
    }
}
