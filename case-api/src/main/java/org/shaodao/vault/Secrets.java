package org.shaodao.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only this installation can compute. One root, created at the first start, from which HKDF derives a key per
 * purpose, so that a digest made for one purpose says nothing about another. The root is never changed: with another
 * root every retrieval code, office key and recognised caller would be a stranger.
 */
public final class Secrets {
    /** What a digest is for. */
    public enum Purpose {
        /** Whether a repeated request is the same request. */
        REQUEST_HASH("request-hash"),
        /** The code with which a resident follows a case. */
        RETRIEVAL_CODE("retrieval-code"),
        /** Under which an office's key is looked up without being stored. */
        API_KEY("api-key"),
        /** Whose wrong passwords and codes are counted. */
        ATTEMPT("attempt"),
        /** What a resident is called in one case. */
        ALIAS("alias"),
        /** Recognising a caller without storing a number. */
        BLIND_INDEX("blind-index"),
        /** Recognising words that were used before without storing them. */
        WORDING("wording");

        /** Part of what is stored: never changed. */
        private final String label;

        Purpose(String label) {
            this.label = label;
        }
    }

    private static final String NAME = "secrets.json";
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<Purpose, SecretKeySpec> keys = new EnumMap<>(Purpose.class);

    /** @param folder private folder of the installation, shared by all its nodes; created when missing */
    public Secrets(Path folder) {
        try {
            PrfSet root = root(new PrivateFolder(folder));
            for (Purpose purpose : Purpose.values()) {
                byte[] key = root.computePrimary(purpose.label.getBytes(StandardCharsets.UTF_8), 32);
                keys.put(purpose, new SecretKeySpec(key, ALGORITHM));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    folder.resolve(NAME) + " is not a Tink keyset of HKDF-SHA256: bring it back from its backup", e);
        }
    }

    private static PrfSet root(PrivateFolder folder) throws GeneralSecurityException {
        if (folder.read(NAME).isEmpty()) {
            var fresh = KeysetHandle.generateNew(PredefinedPrfParameters.HKDF_SHA256, PrfConfig2026.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    fresh, PrfConfig2026.get(), InsecureSecretKeyAccess.get());
            folder.createOnce(NAME, json.getBytes(StandardCharsets.UTF_8));
        }
        String json = new String(folder.read(NAME).orElseThrow(), StandardCharsets.UTF_8);
        return TinkJsonProtoKeysetFormat.parseKeyset(json, PrfConfig2026.get(), InsecureSecretKeyAccess.get())
                .getPrimitive(PrfConfig2026.get(), PrfSet.class);
    }

    /**
     * HMAC-SHA-256 of the parts, base64url without padding: 43 characters. Each part is preceded by its length, so that
     * moving a byte from one part to the next gives another digest.
     */
    public String hmac(Purpose purpose, byte[]... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(purpose, parts));
    }

    byte[] digest(Purpose purpose, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(purpose));
            for (byte[] part : parts) {
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.length));
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
