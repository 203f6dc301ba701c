package org.shaodao.axonserver;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.shaodao.casefile.CaseRefusal;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * JSON of commands, of what they came to and of refusals, on their way between nodes. Nothing of it is kept: names are
 * those of classes. Only classes of this product and of Axon are read.
 */
public final class WireSerializer extends Jackson3Serializer {
    private static final List<String> TRUSTED = List.of("org.shaodao.", "org.axonframework.");

    public WireSerializer() {
        super(builder()
                .jsonMapperBuilderCustomizer(json -> json.findAndAddModules()
                        // What a newer version says more than this one knows must not be lost on the way.
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .addMixIn(CaseRefusal.class, NamesItsClass.class)
                        .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType(CaseRefusal.class)
                                .build())));
    }

    /** A receipt may hold any of them. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    private interface NamesItsClass {}

    /** @throws SerializationException if this node has no such class, or it is not one of ours */
    @Override
    public Class<?> classForType(SerializedType type) {
        boolean trusted = TRUSTED.stream().anyMatch(type.getName()::startsWith);
        Class<?> found = trusted ? super.classForType(type) : UnknownSerializedType.class;
        if (found == UnknownSerializedType.class) {
            throw new SerializationException("Nothing of this version is called " + type.getName());
        }
        return found;
    }
}
