package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Records;
import org.shaodao.casefile.WorkEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class StoredNamesSerializerTest {
    private static final StoredNames NAMES = new StoredNames(List.of(CaseEvent.class, NoteEvent.class));
    private final StoredNamesSerializer serializer = new StoredNamesSerializer(NAMES);

    static Stream<Class<?>> events() {
        return Stream.of(CaseEvent.class, NoteEvent.class).flatMap(family -> Records.of(family).stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_comes_back_as_it_went(Class<?> event) throws ReflectiveOperationException {
        for (boolean sparse : List.of(false, true)) {
            Object written = sample(event, sparse);
            SerializedObject<String> stored = serializer.serialize(written, String.class);

            assertThat(stored.getType().getName()).isEqualTo(NAMES.of(event).name());
            assertThat(stored.getType().getRevision()).isEqualTo(NAMES.of(event).revision());
            assertThat(stored.getData()).doesNotContain("null").doesNotContain("org.shaodao");
            assertThat(serializer.<String, Object>deserialize(stored)).isEqualTo(written);
        }
    }

    /** An event with every component filled, or with only those that must be there. */
    private static Object sample(Class<?> record, boolean sparse) throws ReflectiveOperationException {
        RecordComponent[] components = record.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            boolean optional = components[i].getAnnotatedType().isAnnotationPresent(Nullable.class);
            values[i] = sparse && optional ? null : value(components[i].getGenericType(), sparse);
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var constructor = record.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(values);
    }

    private static Object value(Type generic, boolean sparse) throws ReflectiveOperationException {
        if (generic instanceof ParameterizedType list) {
            assertThat(list.getRawType()).isEqualTo(List.class);
            return List.of(value(list.getActualTypeArguments()[0], sparse));
        }
        Class<?> type = (Class<?>) generic;
        if (type.isRecord()) {
            return sample(type, sparse);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "String" -> "吹哨 \u0000😀\"";
            case "Integer" -> 7;
            case "Long" -> 204_800L;
            case "Boolean" -> true;
            case "LocalDate" -> LocalDate.parse("2026-02-14");
            case "LocalDateTime" -> LocalDateTime.parse("2026-02-14T17:30:00");
            case "Instant" -> Instant.parse("2026-01-02T03:04:05.678Z");
            case "UUID" -> UUID.fromString("019a0000-0000-7000-8000-000000000001");
            default -> throw new AssertionError("No sample of " + type);
        };
    }

    @Test
    void times_are_readable() throws ReflectiveOperationException {
        String json = serializer
                .serialize(sample(WorkEvent.Acknowledged.class, true), String.class)
                .getData();
        assertThat(json).contains("\"occurredAt\":\"2026-01-02T03:04:05.678Z\"");
    }

    @Test
    void an_event_nobody_knows_is_not_skipped() {
        for (String name : List.of("note.lost", "java.lang.Runtime", NoteEvent.Written.class.getName())) {
            assertThatThrownBy(() -> serializer.deserialize(stored(name, "1", "{}")))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(name);
        }
        assertThatThrownBy(() -> serializer.deserialize(stored("org.axonframework.Gone", "1", "{}")))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void an_older_revision_is_not_taken_for_the_current_one() {
        assertThatThrownBy(() -> serializer.deserialize(stored("note.struck", "1", "{\"line\":1}")))
                .hasMessageContaining("note.struck from revision 1 to");
    }

    @Test
    void what_is_no_event_is_not_stored() {
        assertThatThrownBy(() -> serializer.serialize("a string", String.class))
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void a_replay_token_survives() {
        var at = new GlobalSequenceTrackingToken(7);
        for (TrackingToken token :
                List.of(at, ReplayToken.createReplayToken(at), ReplayToken.createReplayToken(at, null, "because"))) {
            SerializedObject<String> stored = serializer.serialize(token, String.class);
            assertThat(serializer.<String, TrackingToken>deserialize(stored)).isEqualTo(token);
        }
    }

    @Test
    void metadata_survives() {
        var metadata = MetaData.with("channel", "\u0000😀");
        assertThat(serializer.<String, MetaData>deserialize(serializer.serialize(metadata, String.class)))
                .isEqualTo(metadata);
    }

    @Test
    void an_upcaster_leads_an_older_revision_to_the_current_one() {
        class StruckFromLetter extends SingleEventUpcaster {
            @Override
            protected boolean canUpcast(IntermediateEventRepresentation event) {
                return event.getType().equals(new SimpleSerializedType("note.struck", "1"));
            }

            @Override
            protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
                return event.upcastPayload(
                        new SimpleSerializedType("note.struck", "2"),
                        JsonNode.class,
                        old -> JsonNodeFactory.instance
                                .objectNode()
                                .put("line", old.get("letter").asString().charAt(0) - 'a'));
            }
        }
        try (TestStore store = TestStore.fresh()) {
            var old = new GenericDomainEventMessage<>("Note", "old", 0, new NoteEvent.Struck(0));
            store.appender.append(List.of(new StoredEvent(
                    old.getIdentifier(),
                    "old",
                    0,
                    "Note",
                    new StoredName("note.struck", "1"),
                    "{\"letter\":\"c\"}",
                    "{}",
                    "2026-01-01T00:00:00.000Z")));
            var upcasting = new AppendingEventStorageEngine(
                    store.database, store.appender, serializer, new StruckFromLetter(), 500);

            assertThat(upcasting.readEvents("old", 0).next().getPayload()).isEqualTo(new NoteEvent.Struck(2));
            assertThatThrownBy(() -> store.engine.readEvents("old", 0).next())
                    .isInstanceOf(SerializationException.class);
        }
    }

    private static SerializedObject<String> stored(String name, String revision, String json) {
        return new SimpleSerializedObject<>(json, String.class, name, revision);
    }
}
