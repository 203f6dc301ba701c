package org.shaodao.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.AesGcmKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.fact.Sealed;

class SealingTest {
    private static final UUID CASE = UUID.randomUUID();

    private static Installation installation;
    private static Vault vault;

    @BeforeAll
    static void open(@TempDir Path folder) {
        installation = Installation.empty(folder.resolve("private"));
        vault = installation.node();
    }

    static Stream<String> texts() {
        return Stream.of("", "暖气不热,室温 14℃", "👨‍👩‍👧 楼道堆物 𠮷", "a\u0000b\r\n", "长".repeat(1 << 20));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void words_come_back_as_they_were_on_every_node(String text) {
        Sealed sealed = vault.seal(vault.newPerson(), CASE, "narrative", text);

        assertThat(sealed.chars()).isEqualTo(text.codePointCount(0, text.length()));
        assertThat(sealed.format()).isEqualTo("1");
        assertThat(sealed.ciphertext()).matches("[A-Za-z0-9_-]+");
        assertThat(vault.open(sealed, CASE, "narrative")).isEqualTo(new Opened.Words(text));
        assertThat(installation.node().open(sealed, CASE, "narrative")).isEqualTo(new Opened.Words(text));
    }

    @Test
    void the_same_words_never_look_the_same_twice() {
        UUID person = vault.newPerson();

        assertThat(vault.seal(person, CASE, "name", "王小明").ciphertext())
                .isNotEqualTo(vault.seal(person, CASE, "name", "王小明").ciphertext());
    }

    @Test
    void words_moved_to_another_case_field_or_person_do_not_open() {
        Sealed sealed = vault.seal(vault.newPerson(), CASE, "narrative", "噪声扰民");

        assertBroken(sealed, UUID.randomUUID(), "narrative");
        assertBroken(sealed, CASE, "reply");
        assertBroken(new Sealed(vault.newPerson(), "1", sealed.chars(), sealed.ciphertext()), CASE, "narrative");
    }

    @Test
    void one_changed_bit_anywhere_breaks_the_seal() {
        Sealed sealed = vault.seal(vault.newPerson(), CASE, "narrative", "井盖破损");
        byte[] bytes = Base64.getUrlDecoder().decode(sealed.ciphertext());

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] altered = bytes.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            assertBroken(withCiphertext(sealed, base64(altered)), CASE, "narrative");
        }
    }

    @Test
    void cut_off_misspelt_or_miscounted_words_break_the_seal() {
        Sealed sealed = vault.seal(vault.newPerson(), CASE, "narrative", "井盖破损");

        assertBroken(withCiphertext(sealed, ""), CASE, "narrative");
        assertBroken(withCiphertext(sealed, "not base64!"), CASE, "narrative");
        assertBroken(
                withCiphertext(
                        sealed,
                        sealed.ciphertext().substring(0, sealed.ciphertext().length() - 4)),
                CASE,
                "narrative");
        assertBroken(new Sealed(sealed.keyId(), "1", sealed.chars() + 1, sealed.ciphertext()), CASE, "narrative");
    }

    @Test
    void format_1_is_what_it_says_to_any_implementation() throws Exception {
        UUID person = vault.newPerson();
        Sealed sealed = vault.seal(person, CASE, "narrative", "井盖破损");
        byte[] wrapped = installation
                .sql()
                .sql("select wrapped from person_key where key_id = ?")
                .param(person)
                .query(byte[].class)
                .single();
        var epochKey = new EpochKeys(installation.folder())
                .find(installation.epochInForce())
                .orElseThrow();
        var key = (AesGcmKey) PersonKey.unwrap(person, wrapped, epochKey)
                .keyset()
                .getPrimary()
                .getKey();

        byte[] bytes = Base64.getUrlDecoder().decode(sealed.ciphertext());
        int prefix = key.getOutputPrefix().size();
        assertThat(Arrays.copyOf(bytes, prefix)).isEqualTo(key.getOutputPrefix().toByteArray());
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()), "AES"),
                new GCMParameterSpec(128, bytes, prefix, 12));
        cipher.updateAAD((CASE + "/narrative").getBytes(StandardCharsets.UTF_8));
        assertThat(cipher.doFinal(bytes, prefix + 12, bytes.length - prefix - 12))
                .isEqualTo("井盖破损".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_newer_format_is_not_mistaken_for_a_broken_seal() {
        Sealed sealed = vault.seal(vault.newPerson(), CASE, "narrative", "井盖破损");
        var newer = new Sealed(sealed.keyId(), "2", sealed.chars(), sealed.ciphertext());

        assertThatExceptionOfType(VaultRefusal.class)
                .isThrownBy(() -> vault.open(newer, CASE, "narrative"))
                .returns(VaultRefusal.Reason.UNKNOWN_FORMAT, VaultRefusal::reason);
    }

    @Test
    void a_stranger_is_neither_sealed_nor_called_erased() {
        UUID stranger = UUID.randomUUID();

        assertThatExceptionOfType(VaultRefusal.class)
                .isThrownBy(() -> vault.seal(stranger, CASE, "name", "王小明"))
                .returns(VaultRefusal.Reason.UNKNOWN_PERSON, VaultRefusal::reason);
        assertThatExceptionOfType(VaultRefusal.class)
                .isThrownBy(() -> vault.open(new Sealed(stranger, "1", 3, "AAAA"), CASE, "name"))
                .returns(VaultRefusal.Reason.UNKNOWN_PERSON, VaultRefusal::reason)
                .returns(stranger, VaultRefusal::keyId);
    }

    @Test
    void half_a_character_is_refused_because_it_could_not_be_given_back() {
        UUID person = vault.newPerson();

        assertThatIllegalArgumentException().isThrownBy(() -> vault.seal(person, CASE, "narrative", "漏水\ud83d"));
    }

    @Test
    void opened_words_do_not_print_themselves() {
        assertThat(new Opened.Words("王小明").toString()).isEqualTo("Words[3 chars]");
    }

    private static void assertBroken(Sealed sealed, UUID aggregate, String label) {
        assertThatExceptionOfType(VaultRefusal.class)
                .isThrownBy(() -> vault.open(sealed, aggregate, label))
                .returns(VaultRefusal.Reason.SEAL_BROKEN, VaultRefusal::reason);
    }

    private static Sealed withCiphertext(Sealed sealed, String ciphertext) {
        return new Sealed(sealed.keyId(), sealed.format(), sealed.chars(), ciphertext);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
