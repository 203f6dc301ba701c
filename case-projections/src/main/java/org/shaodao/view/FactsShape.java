package org.shaodao.view;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import org.shaodao.casefile.CaseFacts;

/** The shape of {@link CaseFacts}, of which every view is made: where it differs, all views begin anew. */
final class FactsShape {
    static final int NUMBER = of(CaseFacts.class, new TreeMap<>()).hashCode();

    private FactsShape() {}

    /** Every record that facts are made of, by its name, with the names and types of its parts. */
    static Map<String, String> of(Class<?> type, Map<String, String> shapes) {
        StringBuilder shape = new StringBuilder();
        for (RecordComponent component : type.getRecordComponents()) {
            shape.append(shape.isEmpty() ? "" : ", ")
                    .append(component.getName())
                    .append(' ')
                    .append(name(component.getGenericType(), shapes));
        }
        shapes.put(type.getSimpleName(), shape.toString());
        return shapes;
    }

    private static String name(Type type, Map<String, String> shapes) {
        if (type instanceof ParameterizedType generic) {
            StringBuilder name = new StringBuilder(name(generic.getRawType(), shapes));
            for (Type argument : generic.getActualTypeArguments()) {
                name.append(name.indexOf("<") < 0 ? "<" : " ").append(name(argument, shapes));
            }
            return name.append('>').toString();
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord() && !shapes.containsKey(raw.getSimpleName())) {
            of(raw, shapes);
        }
        return raw.getSimpleName();
    }
}
