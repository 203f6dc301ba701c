package org.shaodao.fact;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why something was not done: data, so that every channel can say it in its own words. The code is part of the API and
 * never changes its meaning. Each aggregate has a sealed family of its own beside {@link CommonRefusal}.
 */
public interface Refusal {
    /** Stable code, for example {@code wrong-phase}. */
    default String code() {
        return kebab(getClass());
    }

    /** The facts behind the refusal by name, safe to show to the one who was refused. */
    default Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : getClass().getRecordComponents()) {
            try {
                facts.put(component.getName(), component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return facts;
    }

    /** Turns the simple name of a record into a code: {@code BlowWhistle} becomes {@code blow-whistle}. */
    static String kebab(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT);
    }

    /** Every code of a sealed family, for catalogues and translations. */
    static Set<String> codes(Class<? extends Refusal> family) {
        return records(family).map(Refusal::kebab).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Refusal::records);
    }
}
