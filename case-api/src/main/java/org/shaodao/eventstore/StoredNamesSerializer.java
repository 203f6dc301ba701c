package org.shaodao.eventstore;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * JSON of events under their logical names, and of Axon's own tokens and metadata under their class names. Anything
 * else is refused on the way in and on the way out: Axon would skip an event it does not know without a word.
 *
 * <p>Times are ISO-8601, missing values are left out. One serializer serves events and tokens.
 */
public final class StoredNamesSerializer extends Jackson3Serializer {
    private static final String AXON = "org.axonframework.";

    private final StoredNames names;

    public StoredNamesSerializer(StoredNames names) {
        super(settings(names));
        this.names = names;
    }

    private static Builder settings(StoredNames names) {
        return builder()
                .revisionResolver(type -> revisionOf(names.of(type)))
                .jsonMapperBuilderCustomizer(json -> json.findAndAddModules()
                        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                        // A replay token names the class of its parts; Jackson 3 trusts nobody unless told so.
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType(AXON)
                                .build()));
    }

    private static @Nullable String revisionOf(@Nullable StoredName name) {
        return name == null ? null : name.revision();
    }

    /** @throws SerializationException if this is neither an event with a stored name nor one of Axon's own types */
    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        StoredName name = type == null ? null : names.of(type);
        if (name != null) {
            return new SimpleSerializedType(name.name(), name.revision());
        }
        SerializedType ofClass = super.typeForClass(type);
        requireAxons(ofClass);
        return ofClass;
    }

    /** @throws SerializationException if no class has this name, or the class has moved on to another revision */
    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = names.classOf(type.getName());
        if (event == null) {
            return axonsClass(type);
        }
        StoredName current = names.of(event);
        if (current != null && !current.revision().equals(type.getRevision())) {
            throw new SerializationException(
                    "No upcaster led %s from revision %s to %s".formatted(current.name(), type.getRevision(), current));
        }
        return event;
    }

    private Class<?> axonsClass(SerializedType type) {
        requireAxons(type);
        Class<?> found = super.classForType(type);
        if (found == UnknownSerializedType.class) {
            throw new SerializationException("No class is called " + type.getName());
        }
        return found;
    }

    private static void requireAxons(SerializedType type) {
        if (!type.getName().startsWith(AXON) && !type.equals(SerializedType.emptyType())) {
            throw new SerializationException("No event is stored as " + type.getName());
        }
    }
}
