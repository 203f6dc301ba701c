package org.shaodao.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.soak.Acknowledgements.Line;

/** A product at work: the packaged application on an empty folder, on one node or more, and a client that keeps it busy. */
final class UnderLoad implements AutoCloseable {
    private static final int CASES_AT_ONCE = 4;

    private final List<PackagedProduct> nodes;
    private final Map<String, String> keys;
    private final Path told;
    private final Process client;
    private final Duration firstStart;

    private UnderLoad(
            List<PackagedProduct> nodes, Map<String, String> keys, Path told, Process client, Duration firstStart) {
        this.nodes = nodes;
        this.keys = keys;
        this.told = told;
        this.client = client;
        this.firstStart = firstStart;
    }

    static UnderLoad begin(Path folder) throws IOException {
        return begin(folder, folder.resolve("data"));
    }

    /**
     * Starts product and client.
     *
     * @param folder for what both write beside the data
     */
    static UnderLoad begin(Path folder, Path data) throws IOException {
        return begin(folder, List.of(new PackagedProduct(data, folder.resolve("application.txt"))));
    }

    /** Starts the nodes one after the other, and a client that goes to any of them. */
    static UnderLoad begin(Path folder, List<PackagedProduct> nodes) throws IOException {
        Duration firstStart = nodes.getFirst().start();
        Map<String, String> keys = nodes.getFirst().issueKeys();
        for (PackagedProduct other : nodes.subList(1, nodes.size())) {
            other.start();
        }
        String urls = nodes.stream().map(PackagedProduct::url).collect(Collectors.joining(","));
        Path told = folder.resolve("acknowledgements.txt");
        Process client = AcknowledgingClient.start(urls, keys, told, CASES_AT_ONCE, folder.resolve("client.txt"));
        UnderLoad load = new UnderLoad(nodes, keys, told, client, firstStart);
        await().atMost(PackagedProduct.PATIENCE).until(() -> told.toFile().exists());
        load.awaitMore(20);
        return load;
    }

    /** The first node. */
    PackagedProduct product() {
        return nodes.getFirst();
    }

    String key(String office) {
        return keys.get(office);
    }

    Duration firstStart() {
        return firstStart;
    }

    long acknowledged() {
        return Acknowledgements.stored(told);
    }

    List<Line> told() {
        return Acknowledgements.read(told);
    }

    /** Waits until the client was told of so many more steps that they are stored. */
    void awaitMore(int steps) {
        long from = acknowledged();
        await().atMost(PackagedProduct.PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> acknowledged() >= from + steps);
    }

    /** Lets the client finish what it has begun, and compares what it was told with what there is. */
    Comparison compare() throws Exception {
        client.getOutputStream().close();
        assertThat(client.waitFor(PackagedProduct.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the client ended")
                .isTrue();
        return Comparison.of(product(), keys, told());
    }

    /**
     * Compares once more, after the client was told of a step that nobody stored, the last step of one case was taken
     * once more by a repeated request, and that of another case was taken twice by one request.
     *
     * @param forged what the client is said to have been told too
     */
    Comparison compareAfterSabotage(Line forged) throws Exception {
        try (Connection database = product().database();
                Statement statement = database.createStatement()) {
            int doubled = statement.executeUpdate("""
                    insert into es.event (event_id, aggregate_id, sequence_number, aggregate_type, payload_type,
                        payload_revision, payload, metadata, time_stamp)
                    select event_id || '-again', aggregate_id, sequence_number + 1, aggregate_type, payload_type,
                        payload_revision, payload,
                        case when row_number() over (order by global_index desc) = 1
                            then replace(metadata, '"trace":"', '"trace":"again-') else metadata end,
                        time_stamp
                    from (
                        select distinct on (aggregate_id) * from es.event
                        where metadata like '%"channel":"api"%' order by aggregate_id, sequence_number desc
                    ) as last
                    order by global_index desc limit 2
                    """);
            assertThat(doubled).isEqualTo(2);
        }
        return Comparison.of(
                product(),
                keys,
                Stream.concat(told().stream(), Stream.of(forged)).toList());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        PackagedProduct.kill(client.toHandle());
        for (PackagedProduct node : nodes) {
            node.close();
        }
    }
}
