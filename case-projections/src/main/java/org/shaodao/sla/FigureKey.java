package org.shaodao.sla;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;

/** Which figure a measure is added to; parts by which the scope does not tell are empty. */
record FigureKey(
        FigureScope scope,
        Count count,
        String street,
        String unit,
        LocalDate period,
        String category,
        String kind,
        String urgency,
        Result result,
        String detail,
        boolean excluded) {

    static Stream<FigureKey> of(Measure measure, ZoneId zone) {
        LocalDate day = measure.at().atZone(zone).toLocalDate();
        Stream<FigureScope> scopes = measure.unit().isEmpty()
                ? Stream.of(FigureScope.CITY, FigureScope.STREET, FigureScope.MATTER)
                : Stream.of(FigureScope.values());
        return scopes.map(scope -> of(scope, measure, scope.period(day)));
    }

    /**
     * The key of the row that a segment counts in: one short value where a dozen words would have to be compared, beside
     * those of its period.
     *
     * @param row what tells rows of one figure apart
     */
    UUID id(String row) {
        String words = String.join(
                "\n",
                scope.name(),
                count.name(),
                street,
                unit,
                category,
                kind,
                urgency,
                result.name(),
                detail,
                Boolean.toString(excluded),
                row);
        UUID hash = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
        return new UUID(
                period.toEpochDay() << Integer.SIZE | hash.getMostSignificantBits() >>> Integer.SIZE,
                hash.getLeastSignificantBits());
    }

    private static FigureKey of(FigureScope scope, Measure m, LocalDate period) {
        boolean whole = scope == FigureScope.MATTER;
        return new FigureKey(
                scope,
                m.count(),
                whole || scope == FigureScope.STREET ? m.matter().street() : "",
                whole || scope == FigureScope.UNIT ? m.unit() : "",
                period,
                whole ? m.matter().category() : "",
                whole ? m.matter().kind().name() : "",
                whole ? m.matter().urgency().name() : "",
                m.result(),
                m.detail(),
                m.excluded());
    }
}
