package org.shaodao.casefile;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 案卷编号. The public number of a case file, such as {@code HZ-2026-000123-8}: city, year of drawing, sequence, check
 * digit. It is read out on the telephone and copied by hand, so a wrong digit and two exchanged neighbours can be
 * noticed before anybody looks. Drawn before the case exists; a number whose case was then refused leaves a gap.
 */
public final class CaseNumbers {
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    private final JdbcClient sql;
    private final String city;
    private final ZoneId zone;
    private final Clock clock;

    /**
     * @param dataSource of the database with the event store
     * @param city code of the city, two to four capital letters; one installation is one city
     * @param zone in which the city's year begins
     * @param clock says which year it is
     */
    public CaseNumbers(DataSource dataSource, String city, ZoneId zone, Clock clock) {
        if (!city.matches("[A-Z]{2,4}")) {
            throw new IllegalArgumentException("the code of a city is two to four capital letters, not " + city);
        }
        sql = JdbcClient.create(dataSource);
        this.city = city;
        this.zone = zone;
        this.clock = clock;
    }

    /** The next number. */
    public String next() {
        Year year = Year.now(clock.withZone(zone));
        return print(
                year,
                sql.sql("select nextval('es.case_number')").query(Long.class).single());
    }

    String print(Year year, long sequence) {
        String body = "%s-%d-%06d".formatted(city, year.getValue(), sequence);
        return body + "-" + checkDigit(body.substring(city.length()));
    }

    /**
     * Damm's check digit: notices every single wrong digit and every exchange of neighbours. Of a number that carries
     * its own it is 0.
     */
    static int checkDigit(String digitsAndDashes) {
        return digitsAndDashes.chars().filter(Character::isDigit).reduce(0, (check, digit) -> DAMM[check][digit - '0']);
    }
}
