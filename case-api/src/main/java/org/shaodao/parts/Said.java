package org.shaodao.parts;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.parts.StepForms.NotTaken;
import org.springframework.util.MultiValueMap;

/**
 * What somebody said in a form, on its way to the request that the API takes as JSON.
 *
 * @param request null where something could not be read at all
 * @param wrong by field: a rule below {@code field.}
 */
record Said<R>(@Nullable R request, Map<String, String> wrong) {
    /** Of a row of several the part without which nothing was said in it. */
    static final String ROW = "unit";

    static <R> Said<R> read(Class<R> type, MultiValueMap<String, String> form, ZoneId zone) {
        Map<String, String> wrong = new LinkedHashMap<>();
        List<@Nullable Object> values = values(type, "", Nested.closedUp(form, ROW), zone, wrong);
        return new Said<>(wrong.isEmpty() ? type.cast(make(type, values)) : null, wrong);
    }

    /** What is wrong with it, as far as that can be seen by itself. */
    NotTaken check(Validator validator, FormWords words) {
        Map<String, String> all = new LinkedHashMap<>();
        wrong.forEach((field, rule) -> all.put(field, words.rule(rule)));
        if (request != null) {
            for (ConstraintViolation<?> violation : validator.validate(request)) {
                all.put(violation.getPropertyPath().toString(), violation.getMessage());
            }
        }
        return new NotTaken(all, List.of());
    }

    private static List<@Nullable Object> values(
            Class<?> type, String prefix, MultiValueMap<String, String> form, ZoneId zone, Map<String, String> wrong) {
        List<@Nullable Object> values = new ArrayList<>();
        for (RecordComponent part : type.getRecordComponents()) {
            String name = prefix + part.getName();
            Object value = null;
            try {
                value = Nested.is(part) ? nested(part, form, zone, wrong) : value(part, said(name, form), zone);
            } catch (IllegalArgumentException | DateTimeException e) {
                wrong.put(name, "type");
            }
            values.add(value);
        }
        return values;
    }

    private static @Nullable Object nested(
            RecordComponent part, MultiValueMap<String, String> form, ZoneId zone, Map<String, String> wrong) {
        if (Nested.isLeftOut(part, form)) {
            return null;
        }
        List<Object> all = Nested.prefixes(part, form).stream()
                .map(prefix -> make(Nested.type(part), values(Nested.type(part), prefix, form, zone, wrong)))
                .toList();
        return part.getType() == List.class ? all : all.getFirst();
    }

    private static List<String> said(String name, MultiValueMap<String, String> form) {
        return form.getOrDefault(name, List.of()).stream()
                .filter(each -> !each.isBlank())
                .toList();
    }

    private static @Nullable Object value(RecordComponent part, List<String> said, ZoneId zone) {
        if (said.isEmpty()) {
            return null;
        }
        if (part.getType() == List.class) {
            Class<?> each = element(part);
            return said.stream().map(one -> value(each, one, zone)).toList();
        }
        if (part.getType() == Set.class) {
            Class<?> each = element(part);
            return said.stream().map(one -> value(each, one, zone)).collect(Collectors.toSet());
        }
        return value(part.getType(), said.getFirst(), zone);
    }

    /** What a list or a set holds. */
    static Class<?> element(RecordComponent part) {
        return (Class<?>) ((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0];
    }

    private static Object value(Class<?> type, String said, ZoneId zone) {
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .filter(choice -> ((Enum<?>) choice).name().equals(said))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(said));
        }
        return switch (type.getSimpleName()) {
            case "String" -> said;
            case "Boolean" -> Boolean.valueOf(said);
            case "Integer" -> Integer.valueOf(said);
            case "UUID" -> UUID.fromString(said);
            case "LocalDate" -> LocalDate.parse(said);
            case "Duration" -> Duration.parse(said);
            case "Instant" -> LocalDateTime.parse(said).atZone(zone).toInstant();
            default -> throw new IllegalStateException("a form says nothing of type " + type);
        };
    }

    private static Object make(Class<?> type, List<@Nullable Object> values) {
        try {
            var constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
