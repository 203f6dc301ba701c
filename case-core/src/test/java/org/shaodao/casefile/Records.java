package org.shaodao.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.fact.Refusal;

/** The records of a sealed family, in the order in which they are declared. */
public final class Records {
    private Records() {}

    /** Every record of a family, and of the families within it. */
    public static <T> List<Class<? extends T>> of(Class<T> family) {
        return in(family)
                .distinct()
                .<Class<? extends T>>map(type -> type.asSubclass(family))
                .toList();
    }

    /** The names of all steps. */
    public static Set<String> steps() {
        return of(CaseCommand.class).stream().map(Refusal::kebab).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> in(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(Records::in);
    }
}
