package org.shaodao.eventstore;

import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/** How the tables of schema {@code es} and their columns are called, in Axon's terms. */
public final class EventTables {
    private EventTables() {}

    /** The log. */
    static EventSchema events() {
        return EventSchema.builder()
                .eventTable("es.event")
                .globalIndexColumn("global_index")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("aggregate_type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .timestampColumn("time_stamp")
                .build();
    }

    /** Where readers keep their place; for {@code JdbcTokenStore}, with content type {@code String}. */
    public static TokenSchema tokens() {
        return TokenSchema.builder()
                .setTokenTable("es.token")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("time_stamp")
                .setOwnerColumn("owner")
                .build();
    }
}
