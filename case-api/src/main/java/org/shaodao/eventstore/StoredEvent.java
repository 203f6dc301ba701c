package org.shaodao.eventstore;

import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** One row of {@code es.event} before it has its place in the log. */
record StoredEvent(
        String eventId,
        String aggregateId,
        long sequenceNumber,
        String aggregateType,
        StoredName name,
        String payload,
        String metadata,
        String timeStamp) {

    /**
     * @throws IllegalArgumentException if the event belongs to no aggregate, or its metadata holds anything but
     *     strings: other values would come back as something else
     */
    static StoredEvent of(EventMessage<?> message, Serializer serializer) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException(message.getPayloadType().getName() + " belongs to no aggregate");
        }
        event.getMetaData().forEach((key, value) -> {
            if (!(value instanceof String)) {
                throw new IllegalArgumentException("Metadata " + key + " is no string: " + value);
            }
        });
        SerializedObject<String> payload = event.serializePayload(serializer, String.class);
        SerializedObject<String> metadata = event.serializeMetaData(serializer, String.class);
        return new StoredEvent(
                event.getIdentifier(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                event.getType(),
                new StoredName(payload.getType().getName(), payload.getType().getRevision()),
                payload.getData(),
                metadata.getData(),
                DateTimeUtils.formatInstant(event.getTimestamp()));
    }

    /** Characters of payload and metadata, by which the size of a batch is bounded. */
    int chars() {
        return payload.length() + metadata.length();
    }
}
