package org.shaodao.eventstore;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start over events nobody here understands: a version that does not know them would decide as if they had
 * not happened.
 */
public final class EventNamesCheck {
    private final JdbcClient database;

    public EventNamesCheck(DataSource database) {
        this.database = JdbcClient.create(database);
    }

    /**
     * Compares what is stored with what is known.
     *
     * @param known names and revisions that classes carry or upcasters read
     * @throws IllegalStateException if the log holds others; the message names them
     */
    public void refuseOthersThan(Collection<StoredName> known) {
        Set<StoredName> unknown = new TreeSet<>(stored());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("The event store holds events this version does not know: "
                    + unknown.stream().map(StoredName::toString).collect(Collectors.joining(", "))
                    + ". Start the version that wrote them, or a newer one.");
        }
    }

    private Set<StoredName> stored() {
        return database.sql("select payload_type, payload_revision from es.event_name")
                .query((row, index) -> new StoredName(row.getString(1), row.getString(2)))
                .set();
    }
}
