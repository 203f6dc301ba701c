package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.vault.Secrets.Purpose;

class SecretsTest {
    @TempDir
    Path folder;

    @Test
    void a_digest_is_the_same_after_a_restart_and_another_in_another_installation() {
        String digest = new Secrets(folder.resolve("a")).hmac(Purpose.REQUEST_HASH, bytes("body"));

        assertThat(digest).matches("[A-Za-z0-9_-]{43}");
        assertThat(new Secrets(folder.resolve("a")).hmac(Purpose.REQUEST_HASH, bytes("body")))
                .isEqualTo(digest);
        assertThat(new Secrets(folder.resolve("b")).hmac(Purpose.REQUEST_HASH, bytes("body")))
                .isNotEqualTo(digest);
    }

    @Test
    void every_purpose_has_a_key_of_its_own() {
        var secrets = new Secrets(folder.resolve("a"));

        assertThat(Arrays.stream(Purpose.values()).map(purpose -> secrets.hmac(purpose, bytes("same"))))
                .hasSize(7)
                .doesNotHaveDuplicates();
    }

    @Test
    void where_one_part_ends_and_the_next_begins_counts() {
        var secrets = new Secrets(folder.resolve("a"));

        assertThat(List.of(
                        secrets.hmac(Purpose.API_KEY, bytes("ab"), bytes("c")),
                        secrets.hmac(Purpose.API_KEY, bytes("a"), bytes("bc")),
                        secrets.hmac(Purpose.API_KEY, bytes("abc")),
                        secrets.hmac(Purpose.API_KEY, bytes("abc"), bytes(""))))
                .doesNotHaveDuplicates();
    }

    @Test
    void stored_digests_stay_valid_as_long_as_the_root_does() throws IOException {
        // A root frozen here, with what HKDF and HMAC of another implementation make of it: a change of derivation
        // would make every stored key and code a stranger.
        new Secrets(folder.resolve("a"));
        Files.writeString(folder.resolve("a/secrets.json"), FROZEN_ROOT);

        var secrets = new Secrets(folder.resolve("a"));

        assertThat(Arrays.stream(Purpose.values()).map(purpose -> secrets.hmac(purpose, bytes("frozen"))))
                .containsExactly(
                        "QOK7ZZx9j06AQ1zr9eiU2sAVwBJQ_ctlGcMG92Xaujw",
                        "od9bfiyr02AAOX7AICl0QDEfXxY45F4nWxrKEHGDsJQ",
                        "BOWuT2jab1Gk1B5bvr3Y0eDpyn6Ve3hTdhV595md9s4",
                        "OeQ32SgnLnqrHh01QXRcLYmIETS76A5yrYW-joXmlMs",
                        "H25VZ50FCwUodEPF-SSTpEqe2h5cZiZuM1WH_dPCH8g",
                        "tgk1kkqyGDHqsyapTPWbles2m9R_mpUl3GVEtpfib-E",
                        "LTpY0ZTwzW8pRRdu7xrYssU-WJm7TEgBMxsi5NvYfsM");
    }

    @Test
    void a_damaged_root_stops_the_start_and_names_the_file() throws IOException {
        new Secrets(folder.resolve("a"));
        Files.writeString(folder.resolve("a/secrets.json"), "{}");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Secrets(folder.resolve("a")))
                .withMessageContaining("secrets.json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String FROZEN_ROOT = """
            {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.HkdfPrfKey",\
            "value":"EgIIAxogAAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=","keyMaterialType":"SYMMETRIC"},\
            "status":"ENABLED","keyId":1,"outputPrefixType":"RAW"}]}
            """;
}
