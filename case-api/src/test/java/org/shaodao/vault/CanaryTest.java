package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shaodao.fact.Sealed;

/** What must be nowhere in the vault's database, looked for in every row of every table. */
class CanaryTest {
    private static final UUID CASE = UUID.randomUUID();
    private static final String WORDS = "canary 金丝雀 9f31";
    private static final String PHONE = "13800138000";

    @Test
    void neither_words_nor_numbers_nor_bare_keys_are_in_the_database(@TempDir Path temporary) throws Exception {
        Installation installation = Installation.empty(temporary.resolve("private"));
        Vault vault = installation.node();
        UUID person = vault.personFor(PHONE);
        Sealed sealed = vault.seal(person, CASE, "narrative", WORDS);
        List<byte[]> secrets = new ArrayList<>();
        secrets.add(WORDS.getBytes(StandardCharsets.UTF_8));
        secrets.add(PHONE.getBytes(StandardCharsets.UTF_8));
        secrets.add(keyOf(person, installation));
        secrets.add(epochKeyOf(installation));

        assertNowhere(secrets, installation);
        vault.rewrap();
        secrets.add(epochKeyOf(installation));
        assertNowhere(secrets, installation);
        vault.erase(person, "admin-1", "asked-by-person");
        assertNowhere(secrets, installation);

        assertThat(new String(Base64.getUrlDecoder().decode(sealed.ciphertext()), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary");
        assertThat(installation.rows())
                .as("of the person only the record of the destruction is left")
                .filteredOn(row -> row.containsValue(person))
                .singleElement()
                .satisfies(row -> assertThat(row).containsKey("destroyed_at"));
    }

    @Test
    void the_search_finds_what_is_there(@TempDir Path temporary) {
        Installation installation = Installation.empty(temporary.resolve("private"));
        Vault vault = installation.node();
        vault.newPerson();
        byte[] wrapped = installation
                .sql()
                .sql("select wrapped from person_key")
                .query(byte[].class)
                .single();

        assertThat(spellings(wrapped))
                .anySatisfy(spelling -> assertThat(dump(installation)).contains(spelling));
    }

    private static void assertNowhere(List<byte[]> secrets, Installation installation) {
        String dump = dump(installation);
        assertThat(dump).isNotEmpty();
        assertThat(secrets)
                .allSatisfy(secret -> assertThat(spellings(secret))
                        .allSatisfy(spelling -> assertThat(dump).doesNotContain(spelling)));
    }

    private static List<String> spellings(byte[] secret) {
        return List.of(
                new String(secret, StandardCharsets.UTF_8),
                HexFormat.of().formatHex(secret),
                Base64.getEncoder().withoutPadding().encodeToString(secret),
                Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    private static String dump(Installation installation) {
        var dump = new StringBuilder();
        for (Map<String, Object> row : installation.rows()) {
            row.values().stream()
                    .flatMap(value -> value instanceof byte[] bytes
                            ? Stream.of(HexFormat.of().formatHex(bytes), new String(bytes, StandardCharsets.UTF_8))
                            : Stream.of(String.valueOf(value)))
                    .forEach(value -> dump.append(value).append('\n'));
        }
        return dump.toString();
    }

    private static byte[] keyOf(UUID person, Installation installation) {
        Aead epochKey = new EpochKeys(installation.folder())
                .find(installation.epochInForce())
                .orElseThrow();
        byte[] wrapped = installation
                .sql()
                .sql("select wrapped from person_key where key_id = ?")
                .param(person)
                .query(byte[].class)
                .single();
        return bytes(PersonKey.unwrap(person, wrapped, epochKey).keyset());
    }

    private static byte[] epochKeyOf(Installation installation) throws IOException {
        Path file = new EpochKeys(installation.folder()).file(installation.epochInForce());
        try {
            return bytes(TinkJsonProtoKeysetFormat.parseKeyset(
                    Files.readString(file), AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(KeysetHandle keyset) {
        return ((AesGcmKey) keyset.getPrimary().getKey()).getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
    }
}
