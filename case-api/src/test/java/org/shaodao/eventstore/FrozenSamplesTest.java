package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Records;
import org.shaodao.casefile.Sample;
import org.shaodao.documents.DocumentEvent;
import org.shaodao.documents.DocumentSample;
import org.shaodao.fact.By;
import org.shaodao.fact.Fact;

/**
 * A stored event is a file format. Each has a sample in {@code events/<name>.<revision>.json} as it stands in the store,
 * and where parts may be missing a sparse one without them. {@code -Dshaodao.docs=write} writes the sample of a new
 * event; an existing one is never written again: what differs from it is a new revision with an upcaster.
 */
class FrozenSamplesTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "events");
    private static final List<Class<? extends Fact>> FAMILIES = List.of(CaseEvent.class, DocumentEvent.class);
    private static final StoredNames NAMES = new StoredNames(FAMILIES);
    private static final List<Fact> EVENTS = Stream.concat(
                    Sample.events().stream(), Stream.of(DocumentSample.published()))
            .toList();

    private final StoredNamesSerializer serializer = new StoredNamesSerializer(NAMES);

    /** One event, told with every part or with only those that must be there. */
    record Frozen(String file, Fact event) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Frozen> samples() {
        return EVENTS.stream()
                .flatMap(event -> {
                    StoredName name = NAMES.of(event.getClass());
                    String file = name.name() + '.' + name.revision();
                    Frozen full = new Frozen(file + ".json", told(event, FrozenSamplesTest::complete));
                    Frozen sparse = new Frozen(file + ".sparse.json", told(event, FrozenSamplesTest::sparse));
                    return hasOptionalParts(event.getClass()) ? Stream.of(full, sparse) : Stream.of(full);
                })
                .toList();
    }

    @BeforeAll
    static void write_what_is_missing() throws IOException {
        if ("write".equals(System.getProperty("shaodao.docs"))) {
            Files.createDirectories(FOLDER);
            for (Frozen sample : samples()) {
                if (Files.notExists(FOLDER.resolve(sample.file()))) {
                    Files.writeString(FOLDER.resolve(sample.file()), json(sample.event()));
                }
            }
        }
    }

    @Test
    void every_event_has_its_samples_and_every_sample_its_event() throws IOException {
        assertThat(EVENTS)
                .<Class<?>>extracting(event -> event.getClass())
                .containsExactlyElementsOf(FAMILIES.stream()
                        .<Class<?>>flatMap(family -> Records.of(family).stream())
                        .toList());
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .as("files in %s (-Dshaodao.docs=write adds missing ones)", FOLDER)
                    .containsExactlyInAnyOrderElementsOf(
                            samples().stream().map(Frozen::file).toList());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reading_a_sample_gives_the_event_and_writing_the_event_gives_the_sample(Frozen sample) throws IOException {
        byte[] frozen = Files.readAllBytes(FOLDER.resolve(sample.file()));
        StoredName name = NAMES.of(sample.event().getClass());

        Fact read = serializer.deserialize(new SimpleSerializedObject<>(
                new String(frozen, StandardCharsets.UTF_8), String.class, name.name(), name.revision()));

        assertThat(read).isEqualTo(sample.event());
        assertThat(json(read).getBytes(StandardCharsets.UTF_8)).isEqualTo(frozen);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_payload_begins_with_who_and_when(Frozen sample) throws IOException {
        assertThat(Files.readString(FOLDER.resolve(sample.file())))
                .matches("(?s)\\{\"by\":\\{\"actorId\":\"[^{}]*},\"occurredAt\":\"[0-9T:.-]+Z\"[,}].*");
        assertThat(sample.event().getClass().getRecordComponents())
                .extracting(RecordComponent::getName)
                .startsWith("by", "occurredAt");
    }

    @Test
    void an_event_is_made_of_nothing_but_java_and_the_core() {
        Set<Class<?>> parts = new TreeSet<>((a, b) -> a.getName().compareTo(b.getName()));
        EVENTS.forEach(event -> addParts(event.getClass(), parts));

        assertThat(parts).hasSizeGreaterThan(EVENTS.size()).allSatisfy(part -> {
            assertThat(part.isPrimitive() || part.isArray()).isFalse();
            if (!part.getName().startsWith("java.")) {
                assertThat(part.isEnum() || part.isRecord()).isTrue();
                assertThat(home(part)).isEqualTo(home(CaseEvent.class));
            }
        });
    }

    private static void addParts(Class<?> type, Set<Class<?>> parts) {
        if (parts.add(type) && type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                addParts(component.getType(), parts);
            }
        }
    }

    private static Object home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }

    private static String json(Fact event) {
        SerializedObject<String> stored = new StoredNamesSerializer(NAMES).serialize(event, String.class);
        return stored.getData();
    }

    /** The samples act in person; a complete record of an act also has the officer an office's system spoke for. */
    private static @Nullable Object complete(RecordComponent part, Object value) {
        if (value instanceof By by) {
            return new By(by.actorId(), "some-unit", by.role(), "officer-3");
        }
        assertThat(value).as("%s in the complete sample", part).isNotNull();
        return value;
    }

    private static @Nullable Object sparse(RecordComponent part, Object value) {
        if (value instanceof By by) {
            return new By(by.actorId(), null, by.role(), null);
        }
        return optional(part) ? null : value;
    }

    private static Fact told(Fact event, BiFunction<RecordComponent, Object, @Nullable Object> part) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> part.apply(component, value(component, event)))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return event.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasOptionalParts(Class<?> event) {
        return Arrays.stream(event.getRecordComponents()).anyMatch(FrozenSamplesTest::optional);
    }

    private static boolean optional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
