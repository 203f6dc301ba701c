package org.shaodao.parts;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * Parts of a request that have parts themselves, as a form names them: {@code call.unit}, or {@code calls[0].unit} where there
 * are several.
 */
final class Nested {
    private static final Pattern SEVERAL = Pattern.compile("(\\w+)\\[(\\d{1,3})]\\.(\\w+)");

    private Nested() {}

    /** Whether the part, or each of its elements, has parts itself. */
    static boolean is(RecordComponent part) {
        return type(part).isRecord();
    }

    /** Whether it may be left out, and nothing is said of it. */
    static boolean isLeftOut(RecordComponent part, MultiValueMap<String, String> form) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && form.keySet().stream().noneMatch(name -> name.startsWith(part.getName() + '.'));
    }

    static Class<?> type(RecordComponent part) {
        return part.getType() == List.class ? Said.element(part) : part.getType();
    }

    /** Under which names the parts of this one stand in a form: each number of them once, and as many as are said. */
    static List<String> prefixes(RecordComponent part, MultiValueMap<String, String> form) {
        if (part.getType() != List.class) {
            return List.of(part.getName() + '.');
        }
        return Stream.iterate(0, i -> i + 1)
                .map(i -> part.getName() + '[' + i + "].")
                .takeWhile(prefix -> form.keySet().stream().anyMatch(name -> name.startsWith(prefix)))
                .toList();
    }

    /** The form without the rows of which nothing was chosen, the others numbered anew: what is told of it fits again. */
    static MultiValueMap<String, String> closedUp(MultiValueMap<String, String> form, String chosen) {
        List<String> left = new ArrayList<>();
        form.forEach((name, values) -> {
            Matcher row = SEVERAL.matcher(name);
            if (row.matches() && row.group(3).equals(chosen) && values.stream().anyMatch(value -> !value.isBlank())) {
                left.add(row.group(1) + '[' + row.group(2) + ']');
            }
        });
        MultiValueMap<String, String> closed = new LinkedMultiValueMap<>();
        form.forEach((name, values) -> {
            Matcher row = SEVERAL.matcher(name);
            if (!row.matches()) {
                closed.put(name, values);
            } else if (left.contains(row.group(1) + '[' + row.group(2) + ']')) {
                int number = left.indexOf(row.group(1) + '[' + row.group(2) + ']');
                closed.put(row.group(1) + '[' + number + "]." + row.group(3), values);
            }
        });
        return closed;
    }
}
