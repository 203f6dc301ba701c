package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;

/** The resident's own way to their case: the code they were given when they raised it. */
class ResidentTest {
    private static final Map<String, Object> WORDS = Map.of("reason", "又坏了。");

    private final Town town = Town.shared();

    @Test
    void the_code_of_a_case_lets_its_resident_take_steps_on_it() {
        String address = town.closed();

        Town.accepted(town.resident(address).post(address + "/reopening", WORDS));
    }

    @Test
    void the_code_may_be_typed_in_small_letters_and_without_dashes() {
        String address = town.closed();
        String code = code(address).toLowerCase(Locale.ROOT).replace("-", " ");

        Town.accepted(with(code).post(address + "/reopening", WORDS));
    }

    @Test
    void the_code_of_one_case_opens_no_other() {
        ProblemAnswer.of(town.resident(town.closed()).post(town.closed() + "/reopening", WORDS))
                .is(401, "unauthenticated");
    }

    @Test
    void it_opens_nothing_but_the_steps_of_its_case() {
        String address = town.closed();
        Session resident = town.resident(address);

        for (String closed : new String[] {address, address + "/history", Town.CASES, "/api/v1/directory"}) {
            ProblemAnswer.of(resident.get(closed)).is(401, "unauthenticated");
        }
        ProblemAnswer.of(resident.post(address + "/erasure", null)).is(403, "forbidden");
        ProblemAnswer.of(resident.post(address + "/closure", Map.of())).is(409, "wrong-phase");
    }

    @Test
    void whoever_guesses_too_often_is_not_heard_for_a_while_not_even_with_the_right_code() {
        String address = town.closed();
        guessTooOften(address);

        Answer deaf = town.resident(address).post(address + "/reopening", WORDS);

        ProblemAnswer.of(deaf).is(429, "too-many-guesses");
        assertThat(Integer.parseInt(deaf.header("Retry-After"))).isBetween(1, 15 * 60);
    }

    @Test
    void whoever_guessed_too_often_on_one_case_is_heard_on_another() {
        guessTooOften(town.closed());
        String other = town.closed();

        Town.accepted(town.resident(other).post(other + "/reopening", WORDS));
    }

    @Test
    void the_resident_is_heard_however_often_somebody_guesses_elsewhere() throws Exception {
        String address = town.closed();
        guessTooOften(address);

        HttpRequest fromElsewhere = HttpRequest.newBuilder(
                        URI.create(town.product().url(address + "/reopening").replace("localhost", "127.0.0.1")))
                .header("Authorization", "Code " + code(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(RunningProduct.JSON.writeValueAsString(WORDS)))
                .build();
        try (HttpClient elsewhere = HttpClient.newBuilder()
                .localAddress(InetAddress.getByName("127.0.0.2"))
                .build()) {
            HttpResponse<String> heard = elsewhere.send(fromElsewhere, BodyHandlers.ofString());
            assertThat(heard.statusCode()).as(heard.body()).isEqualTo(200);
        }
    }

    @Test
    void what_is_no_case_is_no_door() {
        for (String nonsense : new String[] {"-".repeat(36), "a".repeat(36)}) {
            ProblemAnswer.of(with("AAAA-BBBB-CCC").post(Town.CASES + '/' + nonsense + "/reopening", WORDS))
                    .is(401, "unauthenticated");
        }
    }

    private void guessTooOften(String address) {
        for (int i = 0; i < 10; i++) {
            assertThat(with("AAAA-BBBB-C" + i + "D")
                            .post(address + "/reopening", WORDS)
                            .status())
                    .isEqualTo(401);
        }
    }

    private String code(String address) {
        return town.resident(address).headers().get("Authorization").substring("Code ".length());
    }

    private Session with(String code) {
        return town.nobody().header("Authorization", "Code " + code);
    }
}
