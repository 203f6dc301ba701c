package org.shaodao.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows turned into one array per column, so that a single statement writes them all, however many there are:
 * {@code insert … select … from unnest(?::uuid[], ?::int[])}. Values travel as text and the statement names their type.
 */
public final class Columns<R> {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Collection<R> rows;
    private final List<@Nullable String[]> columns = new ArrayList<>();

    private Columns(Collection<R> rows) {
        this.rows = rows;
    }

    public static <R> Columns<R> of(Collection<R> rows) {
        return new Columns<>(rows);
    }

    /** One column as a single array, for {@code where … = any(?::uuid[])}. */
    public static @Nullable String[] array(Collection<?> values) {
        return values.stream().map(v -> v == null ? null : v.toString()).toArray(String[]::new);
    }

    /** Adds the next column. */
    public Columns<R> with(Function<R, @Nullable Object> value) {
        columns.add(array(rows.stream().map(value).toList()));
        return this;
    }

    /** Writes the rows; without any nothing is sent. */
    public void write(JdbcClient jdbc, String sql) {
        if (!rows.isEmpty()) {
            jdbc.sql(sql).params(columns).update();
        }
    }

    /** A point in time as the driver takes it. */
    public static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * A point in time as a cursor tells it.
     *
     * @throws DateTimeException if it is none, or none that a column could hold
     */
    public static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("no column holds " + text);
        }
        return instant;
    }

    /** A point in time that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
