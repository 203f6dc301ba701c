package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalCodesTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private RetrievalCodes codes;
    private Path folder;

    @BeforeEach
    void secrets(@TempDir Path folder) {
        this.folder = folder;
        codes = new RetrievalCodes(new Secrets(folder.resolve("private")));
    }

    @Test
    void a_code_is_eleven_characters_in_groups_and_the_same_after_a_restart() {
        UUID caseId = UUID.randomUUID();

        assertThat(codes.codeFor(caseId, 0))
                .matches("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}");
        assertThat(new RetrievalCodes(new Secrets(folder.resolve("private"))).codeFor(caseId, 0))
                .isEqualTo(codes.codeFor(caseId, 0));
        assertThat(new RetrievalCodes(new Secrets(folder.resolve("other"))).codeFor(caseId, 0))
                .isNotEqualTo(codes.codeFor(caseId, 0));
    }

    @Test
    void cases_and_generations_have_codes_of_their_own_that_use_every_bit() {
        var random = new Random(20260302);
        Set<String> seen = new HashSet<>();
        int[][] counts = new int[11][ALPHABET.length()];
        int cases = 20_000;
        for (int i = 0; i < cases; i++) {
            var caseId = new UUID(random.nextLong(), random.nextLong());
            for (int generation = 0; generation < 2; generation++) {
                String code = codes.codeFor(caseId, generation);
                assertThat(seen.add(code)).as(code).isTrue();
                String plain = code.replace("-", "");
                for (int place = 0; place < 11; place++) {
                    counts[place][ALPHABET.indexOf(plain.charAt(place))]++;
                }
            }
        }
        for (int[] place : counts) {
            for (int count : place) {
                assertThat(count).as("1250 expected, standard deviation 35").isBetween(1000, 1500);
            }
        }
    }
}
