package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {
    private Installation installation;
    private Vault vault;

    @BeforeEach
    void open(@TempDir Path folder) {
        installation = Installation.empty(folder.resolve("private"));
        vault = installation.node();
    }

    @Test
    void a_caller_is_recognised_however_the_number_is_written() {
        UUID caller = vault.personFor("13800138000");

        assertThat(List.of(
                        "138 0013 8000",
                        "138-0013-8000",
                        "+86 138 0013 8000",
                        "0086-13800138000",
                        "8613800138000",
                        "(+86) 13800138000",
                        "１３８　００１３　８０００",
                        "\u202d13800138000\u202c"))
                .allSatisfy(spelling -> assertThat(vault.personFor(spelling)).isEqualTo(caller));
        assertThat(vault.personFor("13800138001")).isNotEqualTo(caller);
        assertThat(installation.node().personFor("13800138000")).isEqualTo(caller);
    }

    @Test
    void a_landline_is_the_same_with_country_code_and_with_leading_zero() {
        assertThat(vault.personFor("+86 571 8888 1234"))
                .isEqualTo(vault.personFor("0571-88881234"))
                .isEqualTo(vault.personFor("+86 (0)571 8888 1234"));
    }

    @Test
    void a_number_of_another_country_keeps_its_country() {
        assertThat(vault.personFor("+1 415 555 0100")).isNotEqualTo(vault.personFor("14155550100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "王小明", "12", "+", "1380013800013800138000"})
    void what_is_no_number_is_refused_without_repeating_it(String typed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vault.personFor(typed))
                .withMessage("a telephone number has 3 to 15 digits");
    }

    @Test
    void first_calls_at_the_same_moment_on_two_nodes_are_one_person() throws Exception {
        List<Vault> nodes = List.of(vault, installation.node());
        int callers = 8;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            for (int round = 0; round < 10; round++) {
                String phone = "1390000000" + round;
                var together = new CyclicBarrier(callers);
                List<Future<UUID>> calls = new ArrayList<>();
                for (int i = 0; i < callers; i++) {
                    Vault node = nodes.get(i % 2);
                    calls.add(threads.submit(() -> {
                        together.await();
                        return node.personFor(phone);
                    }));
                }
                UUID person = calls.getFirst().get();
                for (Future<UUID> call : calls) {
                    assertThat(call.get()).isEqualTo(person);
                }
            }
        }
        assertThat(installation
                        .sql()
                        .sql("select count(*) from person_key")
                        .query(Long.class)
                        .single())
                .as("no key is left behind by those who came second")
                .isEqualTo(10);
    }

    @Test
    void an_erased_caller_is_a_stranger_at_the_next_call() {
        UUID before = vault.personFor("13800138000");

        vault.erase(before, "admin-1", "asked-by-person");

        UUID after = vault.personFor("13800138000");
        assertThat(after).isNotEqualTo(before);
        assertThat(vault.personFor("13800138000")).isEqualTo(after);
    }
}
