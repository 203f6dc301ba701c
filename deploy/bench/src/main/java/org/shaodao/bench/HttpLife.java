package org.shaodao.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A working day as the product's door sees it: the ten steps of a life, and nearly as many looks at inboxes, desk,
 * figures and the case itself between them.
 */
final class HttpLife implements Life {
    private static final String API = "/api/v1";
    private static final int REFUSED = 400;
    private static final int UNAVAILABLE = 503;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of the demonstration, which knows no others. */
    private static final List<String> CATEGORIES = List.of(
            "heating/cold-home",
            "noise/construction",
            "road/manhole",
            "water/leak",
            "building/elevator",
            "street/stall");

    private static final List<String> PLACES = Stream.of("dongmen", "xiqiao", "nanyuan", "beili")
            .flatMap(community ->
                    Stream.of("", "/grid-1", "/grid-2", "/grid-3").map(grid -> "linxi/huayuan/" + community + grid))
            .toList();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final Map<String, String> keys;
    private final LongAdder behind = new LongAdder();

    /** @param keys by the unit they act for */
    HttpLife(String url, Map<String, String> keys) {
        this.url = url;
        this.keys = keys;
    }

    /** How many readers were told since the last time that a view does not know yet what they had written. */
    double behind() {
        return behind.sumThenReset();
    }

    @Override
    public List<Step> begin() {
        String street = RealLife.STREET;
        String lead = RealLife.LEAD;
        String assisting = RealLife.ASSISTING;
        Case file = new Case();
        return List.of(
                () -> file.raised(post(street, "/cases", """
                        {"kind": "HELP", "channel": "HOTLINE", "category": "%s", "place": "%s", "subject": "暖气不热，室温 14℃",
                         "narrative": "家里只有十四度，有两位八十岁的老人，已经三天了，请尽快上门。",
                         "name": "王女士", "address": "东门小区 3 号楼"}""".formatted(any(CATEGORIES), any(PLACES)))),
                () -> get(street, "/console?tab=NOT_COME"),
                () -> file.went(post(street, file.at("/whistles"), """
                        {"kind": "resident-demand", "why": "供热管网不归街道管理，街道已上门测温。",
                         "reportMode": "ON_THE_SPOT", "authorisedBy": "officer-3",
                         "calls": [{"unit": "linxi-heating", "role": "LEAD", "task": "查明原因，恢复供热。"},
                                   {"unit": "linxi-housing", "role": "ASSISTING", "task": "到场配合。"}]}""")),
                () -> get(lead, "/inbox"),
                () -> file.went(post(lead, file.at("/dispatches/1/acknowledgement"), "{}")),
                () -> get(assisting, "/inbox"),
                () -> file.went(post(assisting, file.at("/dispatches/2/acknowledgement"), "{}")),
                () -> file.went(post(lead, file.at("/dispatches/1/acceptance"), "{\"handler\": \"officer-21\"}")),
                () -> get(lead, "/inbox?tab=IN_HAND"),
                () -> file.went(post(lead, file.at("/dispatches/1/replies"), """
                        {"kind": "FINAL", "outcome": "SOLVED", "evidence": ["PHOTO"],
                         "text": "已更换楼前阀门并排气，十六时实测室温二十度。"}""")),
                () -> file.went(post(assisting, file.at("/dispatches/2/replies"), """
                        {"kind": "FINAL", "outcome": "EXPLAINED", "evidence": ["PHOTO"], "text": "楼内管线完好。"}""")),
                () -> get(street, file.at("/history?limit=50&minVersion=" + file.version)),
                () -> file.went(post(street, file.at("/verification"), """
                        {"basis": "ON_SITE", "findings": "网格员上门复测，室温二十度。"}""")),
                () -> get(RealLife.DISTRICT, "/sla"),
                () -> file.went(post(RealLife.DISTRICT, file.at("/follow-ups"), """
                        {"result": "REACHED", "contacted": true, "solved": "YES", "satisfied": "YES",
                         "words": "暖和了"}""")),
                () -> get(street, "/cases"),
                () -> file.went(post(street, file.at("/closure"), "{\"summary\": \"供热恢复\"}")),
                () -> get(street, file.at("/history?limit=50")));
    }

    private static String any(List<String> all) {
        return all.get(ThreadLocalRandom.current().nextInt(all.size()));
    }

    private JsonNode get(String unit, String path) throws IOException, InterruptedException {
        return send(unit, path, null);
    }

    private JsonNode post(String unit, String path, String body) throws IOException, InterruptedException {
        return send(unit, path, body);
    }

    private JsonNode send(String unit, String path, @Nullable String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + API + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Objects.requireNonNull(keys.get(unit), unit))
                .header("Shaodao-Officer", "officer-of-" + unit)
                .header("Idempotency-Key", Ids.next().toString());
        if (body != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (body == null && answer.statusCode() == UNAVAILABLE) {
            behind.increment();
        } else if (answer.statusCode() >= REFUSED) {
            throw new IOException("%s was answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /** What a client keeps of the case it works on. */
    private static final class Case {
        private volatile String id = "";
        private volatile long version;

        void raised(JsonNode answer) {
            id = answer.path("caseId").asString();
            went(answer);
        }

        void went(JsonNode answer) {
            version = answer.path("version").asLong();
        }

        String at(String path) {
            return "/cases/" + id + path;
        }
    }
}
