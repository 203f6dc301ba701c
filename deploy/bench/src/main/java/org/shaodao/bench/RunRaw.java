package org.shaodao.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.IntStream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;

/**
 * Contestant {@code raw}: what plain JDBC can do. The rows of the minimal aggregate, one per transaction, into a table
 * with the columns and indexes of the product's, without an aggregate that decides or anything that reads.
 */
final class RunRaw {
    private static final String TABLE = """
            create schema raw;
            create table raw.event (like es.event including all);
            """;

    private static final String INSERT = """
            insert into raw.event (event_id, aggregate_id, sequence_number, aggregate_type, payload_type,
                                   payload_revision, payload, metadata, time_stamp)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final HikariDataSource pool;
    private final String payload;
    private final String metadata;

    private RunRaw(HikariDataSource pool, Serializer serializer) {
        this.pool = pool;
        payload = serializer.serialize(MinimalCase.sample(), String.class).getData();
        metadata = serializer
                .serialize(MetaData.from(Ids.metadata()), String.class)
                .getData();
    }

    /** @param arguments the {@link Database} */
    public static void main(String[] arguments) throws Exception {
        Database database = Database.of(arguments);
        database.createEventStore();
        database.execute(TABLE);
        RunRaw raw = new RunRaw(database.pool(), Engines.serializer());
        Contest.lives(database, () -> {
            String aggregate = Ids.next().toString();
            return IntStream.range(0, MinimalCase.STEPS)
                    .<Life.Step>mapToObj(sequence -> () -> raw.insert(aggregate, sequence))
                    .toList();
        });
    }

    private void insert(String aggregate, int sequence) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement row = connection.prepareStatement(INSERT)) {
            row.setString(1, Ids.next().toString());
            row.setString(2, aggregate);
            row.setLong(3, sequence);
            row.setString(4, MinimalCase.TYPE);
            row.setString(5, "minimal.step-taken");
            row.setString(6, "1");
            row.setString(7, payload);
            row.setString(8, metadata);
            row.setString(9, DateTimeUtils.formatInstant(Instant.now()));
            row.executeUpdate();
        }
    }
}
