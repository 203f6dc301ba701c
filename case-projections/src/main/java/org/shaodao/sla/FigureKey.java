package org.shaodao.sla;

import java.time.LocalDate;
import java.time.ZoneId;
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
