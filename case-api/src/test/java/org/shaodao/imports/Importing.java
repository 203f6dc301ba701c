package org.shaodao.imports;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.shaodao.RunningProduct;
import org.shaodao.access.Accounts;
import org.shaodao.fact.Role;
import tools.jackson.databind.JsonNode;

/** Files sent to the product that all tests share, and what it says of them. */
final class Importing {
    static final String HEADER = "dataset,case_id,created_at,due_at,scheduled_at,closed_at,updated_at,status,agency,"
            + "agency_name,category,subcategory,channel,district,area,address,zip,lat,lon,on_time,resolution\n";
    static final RunningProduct PRODUCT = RunningProduct.shared();

    private Importing() {}

    /** The administrator who imports is there before anybody asks. */
    static {
        PRODUCT.bean(Accounts.class).createIfAbsent("importer", Role.ADMINISTRATOR, null, "importer-password", false);
    }

    static Process command(Path file, Map<String, String> environment) throws IOException {
        ProcessBuilder command = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.shaodao.ShaodaoApplication",
                        "import",
                        file.toString(),
                        "--source=command",
                        "--zone=America/New_York",
                        "--url=" + PRODUCT.url("")))
                .redirectErrorStream(true);
        command.environment().putAll(environment);
        return command.start();
    }

    static JsonNode directory() {
        return PRODUCT.as("shenji").get("/api/v1/directory").json();
    }

    static JsonNode job(String name) {
        return PRODUCT.as("importer", "importer-password")
                .get("/api/v1/imports/" + name)
                .json();
    }

    static List<String> rejects(String job) {
        List<String> said = new ArrayList<>();
        PRODUCT.as("importer", "importer-password")
                .get("/api/v1/imports/" + job + "/rejects")
                .json()
                .forEach(reject -> said.add("%d %s %s"
                        .formatted(
                                reject.path("line").asInt(),
                                reject.path("field").asString(),
                                reject.path("reason").asString())));
        return said;
    }

    static String row(String id, String created, String closed, String status, String agency, String category) {
        return "d," + id + ',' + created + ",,," + closed + ",," + status + ',' + agency + ",," + category
                + ",,PHONE,NORTH,,1 Main St,,,,,done\n";
    }

    static String credentials() {
        return Base64.getEncoder().encodeToString("importer:importer-password".getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> send(String name, Path file, String query) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(PRODUCT.url("/api/v1/imports/" + name + "?" + query)))
                                .header("Authorization", "Basic " + credentials())
                                .header("Content-Type", "text/csv")
                                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
