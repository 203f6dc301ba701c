package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.shaodao.soak.Acknowledgements.Line;
import org.shaodao.soak.Acknowledgements.Word;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client's file held against the store, the views against a rebuild, the histories against the words that were
 * sent.
 *
 * @param acknowledged steps the client was told are stored
 * @param unknown answers and silences that left the outcome open, so that the step was asked for again
 * @param found steps in the store that the client asked for
 * @param lost acknowledged, and not in the store as acknowledged
 * @param twice in the store more than once, or broken in two
 * @param wrong whatever else should not be: refusals, gaps, events nobody asked for, differing repetitions
 * @param events in the store
 * @param read cases whose history was read
 * @param longest milliseconds the longest answer took
 */
record Comparison(
        long acknowledged,
        long unknown,
        long found,
        List<String> lost,
        List<String> twice,
        List<String> wrong,
        long events,
        int read,
        long longest) {
    /** Part of the stored format: with another namespace a repeated request would act twice after an upgrade. */
    private static final UUID COMMAND_NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-000000000001");

    private static final List<String> VIEWS = List.of("inbox", "history");
    private static final int MOST_HISTORIES = 150;
    private static final JsonMapper JSON = JsonMapper.shared();

    static Comparison of(PackagedProduct product, Map<String, String> keys, List<Line> told) throws Exception {
        try (Connection database = product.database()) {
            Store store = Store.read(database);
            List<String> wrong = new ArrayList<>(store.gaps());
            List<String> lost = new ArrayList<>();
            Set<String> asked = new HashSet<>();
            Map<String, Long> versions = new HashMap<>();
            for (Line line : told) {
                String command = command(line);
                switch (line.word()) {
                    case ASKED -> asked.add(command);
                    case AGAIN -> {}
                    case STORED -> {
                        versions.put(command, line.version());
                        if (!store.holds(command, line.caseId(), line.version())) {
                            lost.add(line.toString());
                        }
                    }
                    case REPEATED -> {
                        if (!versions.get(command).equals(line.version())) {
                            wrong.add("answered otherwise: " + line);
                        }
                    }
                    case REFUSED -> wrong.add(line.toString());
                }
            }
            Set<String> strange = new HashSet<>(store.commands().keySet());
            strange.removeAll(asked);
            strange.forEach(command -> wrong.add("nobody asked for command " + command));
            long found = asked.stream().filter(store.commands()::containsKey).count();
            int read = readHistories(product, keys, told, store, wrong);
            compareViews(product, keys.get("admin"), database, wrong);
            return new Comparison(
                    versions.size(),
                    told.stream().filter(Comparison::leftOpen).count(),
                    found,
                    lost,
                    store.twice(),
                    wrong,
                    store.events(),
                    read,
                    told.stream().mapToLong(Line::millis).max().orElse(0));
        }
    }

    void assertNothingLost() {
        assertThat(lost).as("acknowledged and lost").isEmpty();
        assertThat(twice).as("stored twice").isEmpty();
        assertThat(wrong).as("otherwise wrong").isEmpty();
        assertThat(found).as("asked for and stored").isGreaterThanOrEqualTo(acknowledged);
        assertThat(acknowledged).isPositive();
        assertThat(read).isPositive();
    }

    @Override
    public String toString() {
        return "acknowledged %d, unknown %d, found %d, lost %d, twice %d, otherwise wrong %d; %d events, %d histories read, longest answer %d ms"
                .formatted(
                        acknowledged, unknown, found, lost.size(), twice.size(), wrong.size(), events, read, longest);
    }

    private static boolean leftOpen(Line line) {
        boolean nothingStored = line.note().equals("ConnectException")
                || line.note().startsWith("503 ") && !line.note().endsWith("outcome-unknown");
        return line.word() == Word.AGAIN && !nothingStored;
    }

    private static String command(Line line) {
        return UuidCreator.getNameBasedSha1(COMMAND_NAMESPACE, line.caller() + '\n' + line.key())
                .toString();
    }

    /** What the log holds: for every command the place of the events it made. */
    private record Store(Map<String, Block> commands, List<String> twice, List<String> gaps, long events) {
        private record Block(String caseId, String trace, long last) {
            boolean isContinuedBy(Block next) {
                return next.caseId.equals(caseId) && next.trace.equals(trace) && next.last == last + 1;
            }
        }

        static Store read(Connection database) throws SQLException {
            Map<String, Block> commands = new HashMap<>();
            Map<String, Long> lasts = new HashMap<>();
            Set<String> eventIds = new HashSet<>();
            Set<List<String>> saidByCommands = new HashSet<>();
            List<String> twice = new ArrayList<>();
            List<String> gaps = new ArrayList<>();
            long events = 0;
            try (Statement statement = database.createStatement();
                    ResultSet row = statement.executeQuery(
                            "select event_id, aggregate_id, sequence_number, metadata, payload_type, payload from es.event order by global_index")) {
                while (row.next()) {
                    events++;
                    String caseId = row.getString(2);
                    long sequence = row.getLong(3);
                    JsonNode metadata = JSON.readTree(row.getString(4));
                    if (!eventIds.add(row.getString(1))) {
                        twice.add("event " + row.getString(1));
                    }
                    Long before = lasts.put(caseId, sequence);
                    if (sequence != (before == null ? 0 : before + 1)) {
                        gaps.add("case %s goes from %s to %d".formatted(caseId, before, sequence));
                    }
                    if (metadata.path("channel").asString().equals("api")) {
                        Block block = new Block(caseId, metadata.path("trace").asString(), sequence);
                        String command = metadata.path("commandId").asString();
                        Block earlier = commands.put(command, block);
                        boolean continued = earlier == null || earlier.isContinuedBy(block);
                        if (!continued) {
                            twice.add("command %s as %s and %s".formatted(command, earlier, block));
                        }
                        boolean saidBefore = !saidByCommands.add(List.of(command, row.getString(5), row.getString(6)));
                        if (continued && saidBefore) {
                            twice.add("%s of command %s at once, up to %s".formatted(row.getString(5), command, block));
                        }
                    }
                }
            }
            return new Store(commands, twice, gaps, events);
        }

        boolean holds(String command, String caseId, long version) {
            Block block = commands.get(command);
            return block != null && block.caseId.equals(caseId) && block.last == version;
        }
    }

    /** Every sealed word of the client names its request: the entry that tells it must be the one that request made. */
    private static int readHistories(
            PackagedProduct product, Map<String, String> keys, List<Line> told, Store store, List<String> wrong)
            throws IOException {
        Map<String, Map<Long, String>> words = new LinkedHashMap<>();
        told.stream()
                .filter(line -> line.word() == Word.STORED)
                .forEach(line -> words.computeIfAbsent(line.caseId(), id -> new HashMap<>())
                        .put(line.version(), line.key()));
        List<String> cases = words.keySet().stream().toList().reversed().stream()
                .limit(MOST_HISTORIES)
                .toList();
        String street = keys.get(AcknowledgingClient.STREET);
        awaitCaughtUp(product, keys.get("admin"));
        for (String caseId : cases) {
            JsonNode entries = product.json("/api/v1/cases/%s/history?limit=200".formatted(caseId), street)
                    .path("entries");
            Map<Long, String> said = StreamSupport.stream(entries.spliterator(), false)
                    .collect(Collectors.toMap(e -> e.path("version").asLong(), JsonNode::toString));
            words.get(caseId).forEach((version, key) -> {
                String entry = said.getOrDefault(version, "nothing");
                boolean hasWords = entry.contains("\"state\":\"SHOWN\"");
                if (entry.equals("nothing") || hasWords && !entry.contains(key)) {
                    wrong.add("history of %s at %d tells %s instead of %s".formatted(caseId, version, entry, key));
                }
            });
            if (said.isEmpty()) {
                wrong.add("no history of " + caseId);
            }
        }
        return cases.size();
    }

    private static void compareViews(PackagedProduct product, String admin, Connection database, List<String> wrong)
            throws Exception {
        for (String view : VIEWS) {
            int old = live(product, admin, view);
            Map<String, String> lived = digests(database, view, old);
            assertThat(product.send("POST", "/api/v1/views/" + view + "/rebuild", "Bearer " + admin, null)
                            .statusCode())
                    .isEqualTo(202);
            await().atMost(PackagedProduct.PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> live(product, admin, view) > old);
            awaitCaughtUp(product, admin);
            Map<String, String> rebuilt = digests(database, view, live(product, admin, view));
            assertThat(lived).isNotEmpty();
            if (!lived.equals(rebuilt)) {
                wrong.add("view %s is %s and rebuilt %s".formatted(view, lived, rebuilt));
            }
        }
    }

    private static int live(PackagedProduct product, String admin, String view) throws IOException {
        for (JsonNode each : product.json("/api/v1/views", admin)) {
            for (JsonNode generation : each.path("generations")) {
                if (each.path("name").asString().equals(view)
                        && generation.path("state").asString().equals("LIVE")) {
                    return generation.path("number").asInt();
                }
            }
        }
        return 0;
    }

    private static void awaitCaughtUp(PackagedProduct product, String admin) {
        await().atMost(PackagedProduct.PATIENCE)
                .pollInterval(Duration.ofMillis(250))
                .until(() -> StreamSupport.stream(
                                product.json("/api/v1/views", admin).spliterator(), false)
                        .flatMap(view ->
                                StreamSupport.stream(view.path("generations").spliterator(), false))
                        .filter(generation ->
                                !generation.path("state").asString().equals("RETIRED"))
                        .map(generation -> generation.path("progress"))
                        .allMatch(progress -> progress.path("done").asLong(-1)
                                >= progress.path("head").asLong()));
    }

    /** Number and fingerprint of the rows of every table; of the inbox's counters what they add up to. */
    private static Map<String, String> digests(Connection database, String view, int generation) throws SQLException {
        String schema = "view_" + view + "_" + generation;
        Map<String, String> digests = new HashMap<>();
        try (Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "select table_name from information_schema.tables where table_schema = '" + schema + "'")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                String rows = table.equals("tally")
                        ? "(select unit, tab, sum(n) from %s.%s group by unit, tab having sum(n) <> 0)"
                        : "%s.%s";
                try (ResultSet row = statement.executeQuery("""
                        select count(*) || ' rows ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '')
                        from %s t""".formatted(rows.formatted(schema, table)))) {
                    row.next();
                    digests.put(table, row.getString(1));
                }
            }
        }
        return digests;
    }
}
