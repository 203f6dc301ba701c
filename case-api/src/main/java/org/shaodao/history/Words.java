package org.shaodao.history;

import com.github.f4b6a3.uuid.util.UuidValidator;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.directory.Directory;
import org.springframework.context.MessageSource;

/** Says entries of a history in one language: the sentence of the event with its facts by name. */
public final class Words {
    private static final Set<String> UNITS =
            Set.of("unit", "previousUnit", "wanted", "suggested", "responsible", "street", "previousStreet");
    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    private final MessageSource messages;
    private final Directory.Names names;
    private final Locale locale;
    private final ZoneId zone;
    private final Function<String, Optional<String>> people;

    /**
     * @param zone in which moments are told
     * @param people names of people by their ids, as far as the reader may know them
     */
    Words(
            MessageSource messages,
            Directory directory,
            Locale locale,
            ZoneId zone,
            Function<String, Optional<String>> people) {
        this.messages = messages;
        this.names = directory.names(!locale.getLanguage().equals(Locale.ENGLISH.getLanguage()));
        this.locale = locale;
        this.zone = zone;
        this.people = people;
    }

    /** The sentence of an entry. */
    public String sentence(CaseEntry entry) {
        String sentence = message("history." + entry.event(), entry.event());
        return FACT.matcher(sentence).replaceAll(fact -> said(fact, entry.facts()));
    }

    /** What a sealed text is called. */
    public String label(String label) {
        return message("label." + label, label);
    }

    /** A code of some field, for example {@code role} and {@code LEAD}. */
    public String code(String field, String value) {
        return message("code." + field + '.' + value, value);
    }

    /** Who acted: the unit, or for a resident their role. */
    public String actor(CaseEntry entry) {
        String unit = entry.by().unitId();
        return unit == null ? code("role", entry.by().role().name()) : names.unit(unit);
    }

    /** Several units in one phrase. */
    public String units(List<String> codes) {
        return codes.stream().map(names::unit).collect(Collectors.joining(message("list.and", ", ")));
    }

    /** Names of units, places and categories in this language. */
    public Directory.Names names() {
        return names;
    }

    /** A fact as it is said, and nothing in it is taken for another placeholder. */
    private String said(MatchResult placeholder, Map<String, Object> facts) {
        return Matcher.quoteReplacement(said(placeholder.group(1), facts));
    }

    private String said(String fact, Map<String, Object> facts) {
        Object value = facts.get(fact);
        if (value == null || value instanceof List<?> none && none.isEmpty()) {
            return message("code." + fact + ".none", message("code.none", fact));
        }
        if (value instanceof List<?> all) {
            return all.stream()
                    .map(each -> code(fact, String.valueOf(each)))
                    .collect(Collectors.joining(message("list.and", ", ")));
        }
        if (UNITS.contains(fact)) {
            return names.unit(value.toString());
        }
        return switch (fact) {
            case "handler" -> person(value.toString());
            case "until", "happenedAt", "doneAt" -> moment(Instant.parse(value.toString()));
            case "category", "categoryBefore" -> names.category(value.toString());
            case "place", "placeBefore" -> names.place(value.toString());
            default -> code(fact, value.toString());
        };
    }

    /** A person's name. What an office calls its officer stays as it is; the id of an account says nothing to anybody. */
    public String person(String id) {
        return people.apply(id).orElseGet(() -> UuidValidator.isValid(id) ? code("handler", "other") : id);
    }

    /** A moment to the minute, with its year. */
    public String moment(Instant at) {
        String pattern = message("time.other-year", "yyyy-MM-dd HH:mm");
        return at.atZone(zone).format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private String message(String key, String otherwise) {
        @Nullable String message = messages.getMessage(key, null, otherwise, locale);
        return message == null ? otherwise : message;
    }
}
