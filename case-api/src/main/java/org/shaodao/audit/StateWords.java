package org.shaodao.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shaodao.audit.Item.Part;
import org.shaodao.clocks.ClockWords;
import org.shaodao.history.Words;
import org.springframework.context.MessageSource;

/** Says lines of a case, and what changed between two states of it, in one language. */
final class StateWords {
    /** To the second: by less than a minute somebody was late. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Words words;
    private final ClockWords clocks;
    private final MessageSource messages;
    private final Locale locale;
    private final ZoneId zone;

    StateWords(Words words, ClockWords clocks, MessageSource messages, Locale locale, ZoneId zone) {
        this.words = words;
        this.clocks = clocks;
        this.messages = messages;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * What one side says of a line.
     *
     * @param steps how a due instant was found
     * @param documents by what it was found
     */
    record Said(String text, List<String> steps, List<Named> documents) {}

    /**
     * A line of one or two states.
     *
     * @param item what it is about; null where that is what the row before is about
     * @param one null where it was not so
     * @param other null where it was not so
     */
    record Row(
            @Nullable String item,
            String field,
            @Nullable Said one,
            @Nullable Said other,
            boolean differs) {}

    /** Lines of two states beside each other. */
    List<Row> rows(List<Change> beside) {
        return IntStream.range(0, beside.size())
                .mapToObj(i -> row(
                        beside.get(i),
                        i > 0 && beside.get(i).item().equals(beside.get(i - 1).item())))
                .toList();
    }

    private Row row(Change line, boolean sameItem) {
        return new Row(
                sameItem ? null : item(line.item()),
                field(line),
                line.before() == null ? null : said(line.before()),
                line.after() == null ? null : said(line.after()),
                line.differs());
    }

    /** One change as a sentence. */
    String sentence(Change change) {
        String what = item(change.item());
        String field = field(change);
        if (change.before() == null) {
            return message("audit.change.new", what, field, text(Objects.requireNonNull(change.after())));
        }
        return change.after() == null
                ? message("audit.change.gone", what, field, text(change.before()))
                : message("audit.change", what, field, text(change.before()), text(change.after()));
    }

    /** What it is about. */
    String item(Item item) {
        if (item.part() != Part.CLOCK || item.clock() == null) {
            return message("audit.part." + item.part(), String.valueOf(item.number()));
        }
        String clock = clocks.name(item.clock(), locale);
        Integer round = item.round();
        String named = round == null || round < 2 ? clock : message("audit.round", clock, round);
        return item.number() == null ? named : message("audit.clock-of", item.number(), named);
    }

    /** What a line is called. */
    String field(Change line) {
        boolean later = line.field().startsWith("latest.");
        String name = message("audit.field." + (later ? line.field().substring("latest.".length()) : line.field()));
        return later ? message("audit.latest", name) : name;
    }

    private Said said(Line.Value value) {
        return value instanceof Line.DueAt due
                ? new Said(text(due), clocks.explanation(due.why(), locale), due.by())
                : new Said(text(value), List.of(), List.of());
    }

    /** A value in words. */
    String text(Line.Value value) {
        return switch (value) {
            case Line.Code code ->
                Objects.requireNonNullElse(
                        messages.getMessage(code.family() + '.' + code.code(), null, code.code(), locale), code.code());
            case Line.OfUnit unit -> words.names().unit(unit.code());
            case Line.OfPlace place -> words.names().place(place.code());
            case Line.OfCategory category -> words.names().category(category.code());
            case Line.Person person -> words.person(person.id());
            case Line.At at -> moment(at.at());
            case Line.Day day -> day.day().toString();
            case Line.DueAt due -> moment(due.at());
            case Line.Yes yes -> message("audit.yes");
            case Line.Text text -> text.text();
            case Line.Many many ->
                many.values().stream().map(this::text).collect(Collectors.joining(message("list.and")));
        };
    }

    /** An instant in the zone of the city, to the second. */
    public String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
