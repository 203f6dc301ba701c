package org.shaodao.axonserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.axonserver.Outcomes.Trouble;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.PairCommand;
import org.shaodao.casefile.Receipt;
import org.shaodao.casefile.Records;
import org.shaodao.casefile.Relation;
import org.shaodao.casefile.Sample;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.DocumentRefusal;
import org.shaodao.documents.Publication;
import org.shaodao.documents.Publish;
import org.shaodao.documents.VersionRef;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.problem.ProblemCode;

/** What goes from node to node arrives as it was sent. What stays has its own test: {@code FrozenSamplesTest}. */
class WireSerializerTest {
    private static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000002");

    private final WireSerializer serializer = new WireSerializer();

    static Stream<Record> travellers() {
        return Stream.of(steps(), pairs(), refusals(), answers()).flatMap(all -> all);
    }

    private static Stream<Record> steps() {
        return Sample.commands().stream().map(Record.class::cast);
    }

    private static Stream<Record> pairs() {
        return Stream.of(
                new PairCommand.Merge(Sample.CASE, Sample.OFFICER, Sample.MORNING, OTHER),
                new PairCommand.UndoMerge(Sample.CASE, Sample.OFFICER, Sample.MORNING, OTHER),
                new PairCommand.Split(
                        Sample.CASE, Sample.OFFICER, Sample.MORNING, Sample.raise(), Sample.words("另一件事 🔧")),
                new PairCommand.Link(Sample.CASE, Sample.OFFICER, Sample.MORNING, OTHER, Relation.values()[0]));
    }

    private static Stream<Record> refusals() {
        return Stream.of(CaseRefusal.class, DocumentRefusal.class, CommonRefusal.class)
                .flatMap(family -> Records.of(family).stream())
                .map(type -> made(type.asSubclass(Record.class)));
    }

    private static Stream<Record> answers() {
        VersionRef ref = new VersionRef("default", "2026-1", "0f");
        return Stream.of(
                new Publish(
                        DocumentKind.POLICY_PACK.stream(),
                        Sample.OFFICER,
                        Sample.MORNING,
                        DocumentKind.POLICY_PACK,
                        "default",
                        "2026-1",
                        null,
                        "{\"id\":\"默认\"}",
                        null),
                new Publication(DocumentKind.POLICY_PACK, ref, Sample.MORNING, 0L),
                new Receipt(Sample.CASE, Sample.NUMBER, 3L, null),
                new Receipt(Sample.CASE, Sample.NUMBER, 4L, new CaseRefusal.UnknownDispatch(2)),
                new Trouble.Contested(),
                new Trouble.Busy(),
                new Trouble.InTheWay(ProblemCode.NO_POLICY_PACK),
                new Trouble.NotConfirmed(AppendRefused.Reason.OUTCOME_UNKNOWN),
                new Trouble.Unforeseen("java.lang.NullPointerException"));
    }

    @ParameterizedTest
    @MethodSource("travellers")
    void what_is_sent_arrives(Record sent) {
        SerializedObject<byte[]> onTheWay = serializer.serialize(sent, byte[].class);

        Object arrived = serializer.deserialize(onTheWay);

        assertThat(arrived).isEqualTo(sent);
    }

    @ParameterizedTest
    @MethodSource("travellers")
    void what_may_be_left_out_may_be_missing(Record sent) {
        Record sparse = told(sent);

        Object arrived = serializer.deserialize(serializer.serialize(sparse, byte[].class));

        assertThat(arrived).isEqualTo(sparse);
    }

    @Test
    void every_command_and_every_refusal_travels() {
        assertThat(travellers())
                .<Class<?>>extracting(Object::getClass)
                .containsAll(Stream.of(
                                CaseCommand.class,
                                PairCommand.class,
                                CaseRefusal.class,
                                DocumentRefusal.class,
                                CommonRefusal.class,
                                Trouble.class)
                        .<Class<?>>flatMap(family -> Records.of(family).stream())
                        .toList());
    }

    @Test
    void what_a_newer_version_says_more_is_never_dropped() {
        assertThatThrownBy(() -> serializer.deserialize(new SimpleSerializedObject<>(
                        "{\"reason\":\"QUEUE_FULL\",\"since\":1}",
                        String.class,
                        Trouble.NotConfirmed.class.getName(),
                        null)))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void nobody_makes_a_node_load_other_classes_than_ours() {
        assertThatThrownBy(() -> serializer.deserialize(
                        new SimpleSerializedObject<>("{}", String.class, "javax.swing.JEditorPane", null)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("javax.swing.JEditorPane");
    }

    private static Record made(Class<? extends Record> type) {
        Object[] parts = Arrays.stream(type.getRecordComponents())
                .map(part -> value(part.getGenericType()))
                .toArray();
        return of(type, parts);
    }

    private static Object value(Type type) {
        return switch (type) {
            case ParameterizedType list -> List.of(value(list.getActualTypeArguments()[0]));
            case Class<?> c when c == String.class -> "停水 🚰 \"quoted\"";
            case Class<?> c when c == Integer.class -> 7;
            case Class<?> c when c == Long.class -> 1L << 40;
            case Class<?> c when c == Boolean.class -> true;
            case Class<?> c when c == Instant.class -> Instant.parse("2026-01-12T01:00:00.123Z");
            case Class<?> c when c == LocalDate.class -> LocalDate.parse("2026-03-02");
            case Class<?> c when c == UUID.class -> OTHER;
            case Class<?> c when c.isEnum() -> c.getEnumConstants()[0];
            default -> throw new IllegalArgumentException("No sample of " + type);
        };
    }

    /** The same without its optional parts. */
    private static Record told(Record sent) {
        Object[] parts = Arrays.stream(sent.getClass().getRecordComponents())
                .map(part -> part.getAnnotatedType().isAnnotationPresent(Nullable.class) ? null : value(part, sent))
                .toArray();
        return of(sent.getClass(), parts);
    }

    private static Object value(RecordComponent part, Record of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Record of(Class<? extends Record> type, @Nullable Object[] parts) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
