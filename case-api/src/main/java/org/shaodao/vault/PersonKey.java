package org.shaodao.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * The key of one person. It leaves memory only wrapped, and bound to its id: exchanging two rows of the vault opens
 * neither.
 */
record PersonKey(UUID id, KeysetHandle keyset) {
    static PersonKey generate(UUID id) {
        try {
            return new PersonKey(
                    id, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static PersonKey unwrap(UUID id, byte[] wrapped, Aead epochKey) {
        try {
            return new PersonKey(
                    id, TinkProtoKeysetFormat.parseEncryptedKeyset(wrapped, epochKey, bytes(id), AeadConfig2026.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key of person %s does not open under the key of its epoch: the row was altered, or the epoch's file is another one"
                            .formatted(id),
                    e);
        }
    }

    byte[] wrap(Aead epochKey) {
        try {
            return TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, epochKey, bytes(id), AeadConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Aead aead() {
        try {
            return keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
