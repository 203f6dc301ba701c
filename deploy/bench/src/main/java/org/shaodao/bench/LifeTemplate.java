package org.shaodao.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.shaodao.casefile.CaseFile;

/**
 * A life that was lived once, as its rows were stored, to be told again with other ids, number, units and times: as
 * realistic as the first, at the price of a copy. Times move by whole weeks, so that what was reckoned by the calendar
 * stays plausible.
 */
final class LifeTemplate {
    private static final Pattern VARIABLE = Pattern.compile("(?<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
            + "|(?<at>\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?Z)"
            + "|(?<day>(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?![\\d-]))"
            + "|(?<number>" + RealLife.NUMBER + "\\d+-\\d)"
            + "|(?<unit>" + RealLife.LEAD + "|" + RealLife.ASSISTING + ")"
            + "|(?<street>\"" + RealLife.STREET + "\")"
            + "|(?<category>" + Matters.CATEGORY + "-\\d+)"
            + "|(?<place>" + Matters.PLACE + "/building-\\d+)");

    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Integer> ids = new LinkedHashMap<>();

    /**
     * Another life.
     *
     * @param number of it, from 0
     * @param weeks how long ago compared with the first
     */
    record Copy(List<UUID> ids, long number, int weeks) {
        private static final int STREETS = 40;
        private static final int UNITS = 200;

        static String lead(long number) {
            return "unit-" + number % UNITS;
        }

        private String unit(String first) {
            return first.equals(RealLife.LEAD) ? lead(number) : lead(number + 1);
        }

        private String street() {
            return "\"street-" + number % STREETS + '"';
        }
    }

    /** Adds a row of the first life, in the order of the log. */
    void add(
            String aggregate, long sequence, String type, String revision, String payload, String metadata, String at) {
        rows.add(new Row(
                pieces(aggregate), sequence, type, revision, pieces(payload), pieces(metadata), Instant.parse(at)));
    }

    int size() {
        return rows.size();
    }

    /** A further life that differs from every other. */
    Copy copy(long number, int weeks) {
        return new Copy(Stream.generate(Ids::next).limit(ids.size()).toList(), number, weeks);
    }

    /** One of its rows in PostgreSQL's text format for {@code COPY}. */
    String line(int row, Copy copy) {
        Row of = rows.get(row);
        return String.join(
                        "\t",
                        Ids.next().toString(),
                        told(of.aggregate(), copy),
                        Long.toString(of.sequence()),
                        CaseFile.TYPE,
                        of.type(),
                        of.revision(),
                        told(of.payload(), copy).replace("\\", "\\\\"),
                        told(of.metadata(), copy).replace("\\", "\\\\"),
                        DateTimeUtils.formatInstant(moved(of.at(), copy)))
                + '\n';
    }

    private static String told(List<Function<Copy, String>> pieces, Copy copy) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.apply(copy)));
        return text.toString();
    }

    private static Instant moved(Instant at, Copy copy) {
        return at.minusSeconds(copy.weeks() * 7L * 86_400);
    }

    private List<Function<Copy, String>> pieces(String text) {
        List<Function<Copy, String>> pieces = new ArrayList<>();
        Matcher found = VARIABLE.matcher(text);
        int end = 0;
        while (found.find()) {
            String between = text.substring(end, found.start());
            pieces.add(copy -> between);
            pieces.add(variable(found));
            end = found.end();
        }
        String rest = text.substring(end);
        pieces.add(copy -> rest);
        return pieces;
    }

    private Function<Copy, String> variable(Matcher found) {
        String first = found.group();
        if (found.group("id") != null) {
            int place = ids.computeIfAbsent(first, unknown -> ids.size());
            return copy -> copy.ids().get(place).toString();
        }
        if (found.group("at") != null) {
            Instant at = Instant.parse(first);
            return copy -> moved(at, copy).toString();
        }
        if (found.group("day") != null) {
            LocalDate day = LocalDate.parse(first);
            return copy -> day.minusWeeks(copy.weeks()).toString();
        }
        if (found.group("number") != null) {
            return copy -> "CX-2026-%07d-0".formatted(copy.number());
        }
        if (found.group("category") != null) {
            return copy -> Matters.category(copy.number());
        }
        if (found.group("place") != null) {
            return copy -> Matters.place(copy.number());
        }
        return found.group("unit") != null ? copy -> copy.unit(first) : Copy::street;
    }

    private record Row(
            List<Function<Copy, String>> aggregate,
            long sequence,
            String type,
            String revision,
            List<Function<Copy, String>> payload,
            List<Function<Copy, String>> metadata,
            Instant at) {}
}
