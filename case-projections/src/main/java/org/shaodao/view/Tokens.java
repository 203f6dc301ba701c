package org.shaodao.view;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far each segment of a processor has come, whichever node runs it. Axon's token store can only be asked by
 * claiming, so its table is read.
 */
final class Tokens {
    /** Before the first event, whose position is 1, or 0 in a log of Axon Server. */
    static final long NOWHERE = -1;

    private final JdbcClient jdbc;
    private final JdbcTokenStore store;
    private final TokenSchema schema;
    private final Serializer serializer;

    Tokens(JdbcClient jdbc, JdbcTokenStore store, TokenSchema schema) {
        this.jdbc = jdbc;
        this.store = store;
        this.schema = schema;
        this.serializer = store.serializer();
    }

    void create(String processor, int segments, @Nullable TrackingToken start) {
        store.initializeTokenSegments(processor, segments, start);
    }

    /** Stored position by segment; where nothing was projected yet, {@link #NOWHERE}. */
    Map<Integer, Long> positions(String processor) {
        return read(processor, "");
    }

    /** The same, and until the end of this transaction none of the segments can commit another batch. */
    Map<Integer, Long> hold(String processor) {
        return read(processor, " for update");
    }

    /** Begins a processor where the hindmost of others has come to, segment by segment. */
    void createBehind(Collection<String> others, String processor) {
        Map<Integer, Map.Entry<String, Long>> hindmost = new TreeMap<>();
        for (String other : others) {
            positions(other)
                    .forEach((segment, position) -> hindmost.merge(
                            segment, Map.entry(other, position), (a, b) -> a.getValue() <= b.getValue() ? a : b));
        }
        hindmost.forEach((segment, other) -> copy(other.getKey(), segment, processor));
    }

    private void copy(String from, int segment, String to) {
        String columns = String.join(
                ", ", schema.segmentColumn(), schema.tokenColumn(), schema.tokenTypeColumn(), schema.timestampColumn());
        jdbc.sql("insert into %1$s (%2$s, %3$s) select ?, %3$s from %1$s where %2$s = ? and %4$s = ?"
                        .formatted(schema.tokenTable(), schema.processorNameColumn(), columns, schema.segmentColumn()))
                .params(to, from, segment)
                .update();
    }

    /** Whether no node holds any segment of a processor, or none has said so for a while. */
    boolean abandoned(String processor) {
        return store.fetchAvailableSegments(processor).size()
                == positions(processor).size();
    }

    void delete(String processor) {
        jdbc.sql("delete from %s where %s = ?".formatted(schema.tokenTable(), schema.processorNameColumn()))
                .param(processor)
                .update();
    }

    static long position(@Nullable TrackingToken token) {
        TrackingToken plain = WrappedToken.unwrapLowerBound(token);
        return plain == null ? NOWHERE : plain.position().orElse(NOWHERE);
    }

    private Map<Integer, Long> read(String processor, String lock) {
        Map<Integer, Long> positions = new TreeMap<>();
        jdbc.sql("select %s, %s, %s from %s where %s = ?%s"
                        .formatted(
                                schema.segmentColumn(),
                                schema.tokenColumn(),
                                schema.tokenTypeColumn(),
                                schema.tokenTable(),
                                schema.processorNameColumn(),
                                lock))
                .param(processor)
                .query(row -> {
                    positions.put(row.getInt(1), position(token(row.getString(2), row.getString(3))));
                });
        return positions;
    }

    private @Nullable TrackingToken token(@Nullable String json, @Nullable String type) {
        return json == null
                ? null
                : serializer.deserialize(new SimpleSerializedObject<>(json, String.class, type, null));
    }
}
