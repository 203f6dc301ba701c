package org.shaodao.wiring;

import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.eventstore.WakeableEventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where an installation keeps its events: decided at its first start, for good. */
enum EventsKept {
    POSTGRESQL("in PostgreSQL: take shaodao.axon-server.servers away"),
    AXON_SERVER("in Axon Server: give shaodao.axon-server.servers");

    private final String words;

    EventsKept(String words) {
        this.words = words;
    }

    static EventsKept in(EventStore store) {
        return switch (store) {
            case WakeableEventStore _ -> POSTGRESQL;
            case AxonServerEventStore _ -> AXON_SERVER;
            default -> throw new IllegalStateException("Shaodao does not start: events would go to " + store + ".");
        };
    }

    /** @throws IllegalStateException if this installation has its events elsewhere */
    void stay(JdbcClient database) {
        database.sql("insert into es.kept (events) values (?) on conflict do nothing")
                .param(name())
                .update();
        EventsKept before = EventsKept.valueOf(
                database.sql("select events from es.kept").query(String.class).single());
        if (before != this) {
            throw new IllegalStateException("Shaodao does not start: this installation keeps its events " + before.words
                    + ", or begin anew with other databases.");
        }
    }
}
