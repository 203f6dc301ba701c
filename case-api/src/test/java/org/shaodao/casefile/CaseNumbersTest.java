package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.TestPostgres;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CaseNumbersTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DataSource DATABASE = TestPostgres.freshDatabase();

    @BeforeAll
    static void sequence() throws IOException {
        JdbcClient sql = JdbcClient.create(DATABASE);
        sql.sql("create schema es").update();
        sql.sql(new ClassPathResource("db/migration/V2__case_number.sql").getContentAsString(StandardCharsets.UTF_8))
                .update();
    }

    @Test
    void numbers_are_drawn_by_many_at_once_and_never_twice() throws Exception {
        CaseNumbers numbers = at("2026-03-02T01:00:00Z");
        Set<String> drawn = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<String>> draws = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(numbers::next))
                    .toList();
            for (Future<String> draw : draws) {
                String number = draw.get();
                assertThat(number).matches("HZ-2026-\\d{6}-\\d");
                assertThat(drawn.add(number)).as(number).isTrue();
            }
        }
    }

    @Test
    void the_year_is_the_citys() {
        assertThat(at("2026-12-31T15:59:59.999Z").next()).startsWith("HZ-2026-");
        assertThat(at("2026-12-31T16:00:00Z").next()).startsWith("HZ-2027-");
    }

    @Test
    void the_check_digit_is_damms() {
        // Published example: the check digit of 572 is 4. Zeros in front count for nothing.
        CaseNumbers numbers = at("2026-03-02T01:00:00Z");
        assertThat(numbers.print(Year.of(0), 572)).endsWith("-000572-4");
        assertThat(numbers.print(Year.of(2026), 123)).isEqualTo("HZ-2026-000123-8");
    }

    @Test
    void a_number_grows_beyond_six_digits() {
        assertThat(at("2026-03-02T01:00:00Z").print(Year.of(2026), 1_234_567)).startsWith("HZ-2026-1234567-");
    }

    static List<Long> seeds() {
        return new Random(20260302).longs(200).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_wrong_digit_and_every_exchange_of_neighbours_is_noticed(long seed) {
        var random = new Random(seed);
        CaseNumbers numbers = at("2026-03-02T01:00:00Z");
        String number = numbers.print(
                Year.of(1000 + random.nextInt(9000)), random.nextLong(1, random.nextBoolean() ? 1_000_000 : 1L << 40));
        assertThat(CaseNumbers.checkDigit(number)).as(number).isZero();

        List<Integer> digits = IntStream.range(0, number.length())
                .filter(i -> Character.isDigit(number.charAt(i)))
                .boxed()
                .toList();
        List<String> wrong = new ArrayList<>();
        for (int place : digits) {
            for (char digit = '0'; digit <= '9'; digit++) {
                wrong.add(number.substring(0, place) + digit + number.substring(place + 1));
            }
        }
        for (int i = 1; i < digits.size(); i++) {
            var exchanged = new StringBuilder(number);
            exchanged.setCharAt(digits.get(i - 1), number.charAt(digits.get(i)));
            exchanged.setCharAt(digits.get(i), number.charAt(digits.get(i - 1)));
            wrong.add(exchanged.toString());
        }
        assertThat(wrong)
                .filteredOn(text -> !text.equals(number))
                .isNotEmpty()
                .allSatisfy(text ->
                        assertThat(CaseNumbers.checkDigit(text)).as(text).isNotZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "H", "hz", "HANGZHOU", "H1", "杭州"})
    void the_code_of_a_city_is_two_to_four_capital_letters(String city) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CaseNumbers(DATABASE, city, SHANGHAI, Clock.systemUTC()));
    }

    private static CaseNumbers at(String instant) {
        return new CaseNumbers(DATABASE, "HZ", SHANGHAI, Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
