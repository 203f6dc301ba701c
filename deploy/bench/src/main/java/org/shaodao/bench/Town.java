package org.shaodao.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * A log as a town leaves it: lives spread over a year, a hundred of them going on at any time, those of the last two
 * weeks half done.
 */
final class Town {
    private static final int AT_ONCE = 100;
    private static final int WEEKS = 52;
    private static final int WEEKS_UNDER_WAY = 2;
    private static final String COPY = "copy es.event (event_id, aggregate_id, sequence_number, aggregate_type,"
            + " payload_type, payload_revision, payload, metadata, time_stamp) from stdin";
    private static final String ONE_LIFE = "select * from es.event where aggregate_id = ? order by sequence_number";

    private final Database database;
    private final LifeTemplate template;
    private final List<UUID> some = new ArrayList<>();

    /** @param first a case whose whole life is in the log */
    Town(Database database, UUID first) throws SQLException {
        this.database = database;
        this.template = new LifeTemplate();
        try (Connection connection = database.connect();
                PreparedStatement life = connection.prepareStatement(ONE_LIFE)) {
            life.setString(1, first.toString());
            try (ResultSet row = life.executeQuery()) {
                while (row.next()) {
                    template.add(
                            row.getString("aggregate_id"),
                            row.getLong("sequence_number"),
                            row.getString("payload_type"),
                            row.getString("payload_revision"),
                            row.getString("payload"),
                            row.getString("metadata"),
                            row.getString("time_stamp"));
                }
            }
        }
    }

    /** Events of a whole life. */
    int eventsOfALife() {
        return template.size();
    }

    /** Some of its cases, from all times. */
    List<UUID> some() {
        return Collections.unmodifiableList(some);
    }

    /** Adds cases with these numbers; how many events that were. */
    long add(int from, int until) throws SQLException, IOException {
        long events = 0;
        try (Connection connection = database.connect()) {
            for (int begin = from; begin < until; begin += AT_ONCE) {
                // One transaction each, so that readers can follow.
                CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
                for (String line : lines(begin, Math.min(until, begin + AT_ONCE))) {
                    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                }
                events += copy.endCopy();
            }
        }
        return events;
    }

    private List<String> lines(int from, int until) {
        List<LifeTemplate.Copy> copies = new ArrayList<>();
        for (int number = from; number < until; number++) {
            copies.add(template.copy(number, number % WEEKS));
        }
        some.add(copies.getFirst().ids().getFirst());
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < template.size(); row++) {
            for (LifeTemplate.Copy copy : copies) {
                boolean underWay = copy.weeks() < WEEKS_UNDER_WAY;
                if (!underWay || row < template.size() / 2) {
                    lines.add(template.line(row, copy));
                }
            }
        }
        return lines;
    }
}
