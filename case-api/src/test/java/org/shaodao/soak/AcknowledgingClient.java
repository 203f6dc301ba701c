package org.shaodao.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shaodao.soak.Acknowledgements.Line;
import org.shaodao.soak.Acknowledgements.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Systems of a street and of its units in a process of their own: they take cases through their lives side by side, ask
 * again with the same key whenever an outcome is unknown, and believe in a step only when its acknowledgement is on
 * disk.
 *
 * <p>Standard input brings {@code office key} lines and an empty one; when it ends, cases under way are finished and
 * the process ends with it.
 */
final class AcknowledgingClient {
    static final String STREET = "huayuan";
    static final String LEAD = "gongre";
    static final String ASSISTING = "zhujian";
    static final String DISTRICT = "duban";

    private static final String LEAD_UNIT = "linxi-heating";
    private static final String ASSISTING_UNIT = "linxi-housing";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);
    private static final long FINISH_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService units = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> urls;
    private final Map<String, String> keys;
    private final Acknowledgements told;
    private volatile long stoppedAt;

    private AcknowledgingClient(List<String> urls, Map<String, String> keys, Acknowledgements told) {
        this.urls = urls;
        this.keys = keys;
        this.told = told;
    }

    /**
     * Starts one; what it complains of goes to {@code output}.
     *
     * @param urls where the nodes are, with commas between; any of them is asked, and another one again
     */
    static Process start(String urls, Map<String, String> keys, Path told, int casesAtOnce, Path output)
            throws IOException {
        Process client = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AcknowledgingClient.class.getName(),
                        urls,
                        told.toString(),
                        Integer.toString(casesAtOnce))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        String lines = keys.entrySet().stream()
                .map(key -> key.getKey() + ' ' + key.getValue() + '\n')
                .collect(Collectors.joining("", "", "\n"));
        OutputStream input = client.getOutputStream();
        input.write(lines.getBytes(StandardCharsets.UTF_8));
        input.flush();
        return client;
    }

    /** @param arguments where the product is, the file of acknowledgements, and how many cases are at work at once */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Map<String, String> keys = new HashMap<>();
        for (String line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
            keys.put(line.split(" ")[0], line.split(" ")[1]);
        }
        try (Acknowledgements told = Acknowledgements.open(Path.of(arguments[1]))) {
            AcknowledgingClient client = new AcknowledgingClient(List.of(arguments[0].split(",")), keys, told);
            List<Thread> work = IntStream.range(0, Integer.parseInt(arguments[2]))
                    .mapToObj(i -> Thread.startVirtualThread(client::work))
                    .toList();
            while (input.readLine() != null) {
                // nothing more is said
            }
            client.stoppedAt = System.nanoTime();
            for (Thread each : work) {
                each.join();
            }
        }
    }

    private void work() {
        while (stoppedAt == 0) {
            try {
                liveOneLife();
            } catch (Exception e) {
                e.printStackTrace();
                stumbled(e);
            }
        }
    }

    /** Whatever keeps a case from going on is evidence too: a step refused, never answered, or answered with nonsense. */
    private void stumbled(Exception e) {
        try {
            String why = e.toString().replaceAll("\\s+", " ");
            told.noteDurably(new Line(Word.REFUSED, "-", "-", "-", -1, 0, why));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    /** Both units are at work at once, as in life: their steps meet at the same case. */
    private void liveOneLife() throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String phone = "138%08d".formatted(random.nextInt(50));
        String caseId = take(
                STREET,
                "-",
                "",
                words -> Map.of(
                        "kind", "HELP",
                        "channel", "HOTLINE",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "subject", "家中不热",
                        "narrative", words,
                        "phone", phone));
        if (random.nextInt(8) == 0) {
            take(STREET, caseId, "/not-acceptance", words -> Map.of("route", "LITIGATION", "reason", words));
            return;
        }
        take(
                STREET,
                caseId,
                "/whistles",
                words -> Map.of(
                        "kind", "resident-demand",
                        "why", words,
                        "reportMode", "ON_THE_SPOT",
                        "authorisedBy", "officer-3",
                        "calls", List.of(call(LEAD_UNIT, "LEAD", words), call(ASSISTING_UNIT, "ASSISTING", words))));
        var lead = units.submit(() -> answer(LEAD, caseId, 1));
        var assisting = units.submit(() -> answer(ASSISTING, caseId, 2));
        lead.get();
        assisting.get();
        if (random.nextInt(4) == 0) {
            take(STREET, caseId, "/dispatches/1/rework", words -> Map.of("reason", words));
            finish(LEAD, caseId, 1);
        }
        take(STREET, caseId, "/verification", words -> Map.of("basis", "ON_SITE", "findings", words));
        take(
                DISTRICT,
                caseId,
                "/follow-ups",
                words -> Map.of(
                        "result", "REACHED", "contacted", true, "solved", "YES", "satisfied", "YES", "words", words));
        take(STREET, caseId, "/closure", words -> Map.of("summary", words));
    }

    private static Map<String, String> call(String unit, String role, String words) {
        return Map.of("unit", unit, "role", role, "task", words);
    }

    private Void answer(String unit, String caseId, int dispatch) throws Exception {
        String path = "/dispatches/" + dispatch;
        take(unit, caseId, path + "/acknowledgement", words -> Map.of());
        take(unit, caseId, path + "/acceptance", words -> Map.of("handler", "officer-21"));
        take(unit, caseId, path + "/replies", words -> Map.of("kind", "INTERIM", "text", words));
        finish(unit, caseId, dispatch);
        return null;
    }

    private void finish(String unit, String caseId, int dispatch) throws Exception {
        take(
                unit,
                caseId,
                "/dispatches/" + dispatch + "/replies",
                words -> Map.of("kind", "FINAL", "outcome", "SOLVED", "text", words, "evidence", List.of("PHOTO")));
    }

    /** Takes one step until it is known to be stored; every tenth is asked for once more. Returns the case. */
    private String take(String office, String caseId, String step, Function<String, Map<String, Object>> body)
            throws Exception {
        Step asked = new Step(office, UUID.randomUUID().toString(), caseId, step, body);
        told.note(asked.line(Word.ASKED, -1, 0, step));
        Answer first = insist(asked);
        told.noteDurably(first.line(Word.STORED));
        if (ThreadLocalRandom.current().nextInt(10) == 0) {
            told.note(insist(asked).line(Word.REPEATED));
        }
        return first.json().path("caseId").asString();
    }

    /** A step on its way; its words say which it is, so that they can be recognised when they are read again. */
    private final class Step {
        private final String caller;
        private final String key;
        private final String caseId;
        private final String path;
        private final HttpRequest.Builder request;

        Step(String office, String key, String caseId, String path, Function<String, Map<String, Object>> body) {
            String secret = keys.get(office);
            this.caller = secret.substring("shd_".length(), "shd_".length() + 36);
            this.key = key;
            this.caseId = caseId;
            this.path = "/api/v1/cases" + (caseId.equals("-") ? "" : "/" + caseId) + path;
            this.request = HttpRequest.newBuilder()
                    .timeout(LONGEST_ANSWER)
                    .header("Authorization", "Bearer " + secret)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .header("Shaodao-Officer", "officer-of-" + caller)
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body.apply("话 " + key))));
        }

        HttpRequest to(String node) {
            return request.copy().uri(URI.create(node + path)).build();
        }

        Line line(Word word, long version, long millis, String note) {
            return new Line(word, caller, key, caseId, version, millis, note);
        }
    }

    /** A step that was taken. */
    private record Answer(Step step, JsonNode json, long millis, int status) {
        Line line(Word word) {
            Line line = step.line(word, json.path("version").asLong(), millis, "" + status);
            return new Line(
                    word,
                    line.caller(),
                    line.key(),
                    json.path("caseId").asString(),
                    line.version(),
                    millis,
                    line.note());
        }
    }

    private Answer insist(Step step) throws Exception {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int node = random.nextInt(urls.size());
        while (stoppedAt == 0 || System.nanoTime() - stoppedAt < FINISH_NANOS) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(5, 25));
            long sent = System.nanoTime();
            String why;
            try {
                HttpResponse<String> response =
                        http.send(step.to(urls.get(node++ % urls.size())), HttpResponse.BodyHandlers.ofString());
                long millis = millisSince(sent);
                if (response.statusCode() < 300) {
                    return new Answer(step, JSON.readTree(response.body()), millis, response.statusCode());
                }
                why = response.statusCode() + " " + code(response);
                if (!mayBeAskedAgain(response)) {
                    throw new IllegalStateException("%s for %s with key %s".formatted(why, step.path, step.key));
                }
            } catch (IOException e) {
                why = e.getClass().getSimpleName();
            }
            told.note(step.line(Word.AGAIN, -1, millisSince(sent), why));
            TimeUnit.MILLISECONDS.sleep(random.nextInt(50, 250));
        }
        throw new IllegalStateException("no answer for %s with key %s".formatted(step.path, step.key));
    }

    private static boolean mayBeAskedAgain(HttpResponse<String> response) {
        return response.statusCode() == 503
                && !code(response).isEmpty()
                && response.headers().firstValue("Retry-After").isPresent();
    }

    private static String code(HttpResponse<String> response) {
        boolean problem = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
        return problem ? JSON.readTree(response.body()).path("code").asString("") : "";
    }

    private static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }
}
