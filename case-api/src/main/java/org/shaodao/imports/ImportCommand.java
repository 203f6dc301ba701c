package org.shaodao.imports;

import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a file into a running product and shows how far it is. Started again after an interruption, the same command
 * goes on where it stopped.
 */
public final class ImportCommand {
    private static final String USAGE =
            "import FILE --source=NAME [--mapping=NAME] [--zone=ZONE] [--name=NAME] [--url=http://localhost:8080]";
    private static final int SHOWN_REJECTS = 20;

    private final PrintStream out;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    /** @param out where progress and result are printed */
    public ImportCommand(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command.
     *
     * @return 0 when every row was taken or listed as rejected, 1 when the import failed, 2 when the command is wrong
     */
    public int run(String... args) {
        Map<String, String> options = new LinkedHashMap<>();
        Path file = null;
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (arg.startsWith("--") && equals > 0) {
                options.put(arg.substring(2, equals), arg.substring(equals + 1));
            } else {
                file = Path.of(arg);
            }
        }
        String source = options.get("source");
        if (file == null || source == null) {
            out.println(USAGE);
            return 2;
        }
        if (!Files.isReadable(file)) {
            out.println(file + " cannot be read");
            return 2;
        }
        try {
            return run(file, source, options);
        } catch (ConnectException e) {
            out.println("Nothing answers at " + url(options) + ": is the product running?");
            return 1;
        } catch (IOException | ExecutionException e) {
            out.println("The connection was lost: " + e.getMessage() + ". The same command goes on where it stopped.");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private int run(Path file, String source, Map<String, String> options)
            throws IOException, InterruptedException, ExecutionException {
        String name = options.getOrDefault("name", String.valueOf(file.getFileName()));
        String job = url(options) + "/api/v1/imports/" + encoded(name);
        String authorization = authorization();
        HttpRequest upload = request(
                        job + "?source=" + encoded(source) + query("mapping", options) + query("zone", options),
                        authorization)
                .header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> who =
                client.send(request(url(options) + "/api/v1/me", authorization).build(), BodyHandlers.ofString());
        if (who.statusCode() != 200) {
            out.println(problem(who));
            return 1;
        }
        CompletableFuture<HttpResponse<String>> running = client.sendAsync(upload, BodyHandlers.ofString());
        HttpResponse<String> answer = null;
        while (answer == null) {
            try {
                answer = running.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException stillRunning) {
                progress(job, authorization);
            }
        }
        out.println();
        if (answer.statusCode() != 200) {
            out.println(problem(answer));
            return 1;
        }
        result(json.readTree(answer.body()), job, authorization);
        return 0;
    }

    private void progress(String job, String authorization) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(job, authorization).build(), BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
            JsonNode counts = json.readTree(answer.body()).path("counts");
            out.printf(
                    "\r%,d rows read, %,d rejected ",
                    counts.path("read").asInt(), counts.path("rejected").asInt());
            out.flush();
        }
    }

    private void result(JsonNode done, String job, String authorization) throws IOException, InterruptedException {
        JsonNode counts = done.path("counts");
        out.printf(
                "%,d rows: %,d closed, %,d open, %,d rejected%n",
                counts.path("read").asInt(),
                counts.path("closed").asInt(),
                counts.path("open").asInt(),
                counts.path("rejected").asInt());
        out.printf(
                "of those closed, %,d are duplicates and %,d were transferred%n",
                counts.path("duplicates").asInt(), counts.path("transferred").asInt());
        out.printf(
                "%,d new cases, %,d were there already; %,d rows are open although they carry a closing time%n",
                counts.path("opened").asInt(),
                counts.path("alreadyThere").asInt(),
                counts.path("contradicting").asInt());
        out.printf(
                "%.1f rows/s, peak heap of the product %d MiB%n",
                done.path("rowsPerSecond").asDouble(), done.path("peakHeapMib").asInt());
        HttpResponse<String> rejects = client.send(
                request(job + "/rejects?limit=" + SHOWN_REJECTS, authorization).build(), BodyHandlers.ofString());
        for (JsonNode reject : json.readTree(rejects.body())) {
            out.printf(
                    "  line %d, %s: %s%n",
                    reject.path("line").asInt(),
                    reject.path("field").asString(),
                    reject.path("reason").asString());
        }
        if (counts.path("rejected").asInt() > SHOWN_REJECTS) {
            out.println("  and more: " + job + "/rejects.csv");
        }
    }

    private String problem(HttpResponse<String> answer) {
        JsonNode problem = json.readTree(answer.body());
        StringBuilder said = new StringBuilder(problem.path("detail").asString("status " + answer.statusCode()));
        for (JsonNode error : problem.path("errors")) {
            said.append(' ')
                    .append(error.path("field").asString())
                    .append(' ')
                    .append(error.path("message").asString());
        }
        return said.toString();
    }

    private static HttpRequest.Builder request(String url, String authorization) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", authorization)
                .header("Accept-Language", "en");
    }

    private static String query(String name, Map<String, String> options) {
        return options.containsKey(name) ? '&' + name + '=' + encoded(options.get(name)) : "";
    }

    private static String url(Map<String, String> options) {
        return options.getOrDefault("url", "http://localhost:8080");
    }

    private static String authorization() {
        String key = System.getenv("SHAODAO_KEY");
        if (key != null) {
            return "Bearer " + key;
        }
        Console console = System.console();
        String login = orAsked(System.getenv("SHAODAO_LOGIN"), console, "login: ", false);
        String password = orAsked(System.getenv("SHAODAO_PASSWORD"), console, "password: ", true);
        byte[] pair = (login + ':' + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private static String orAsked(@Nullable String given, @Nullable Console console, String question, boolean hidden) {
        if (given != null || console == null) {
            return given == null ? "" : given;
        }
        return hidden ? new String(console.readPassword(question)) : console.readLine(question);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
