package org.shaodao.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Seals files while they pass, each with a key of its own. That key is short, and is sealed as words of the person are:
 * a file of any length is forgotten with them.
 */
public final class FileSeals {
    private FileSeals() {}

    static {
        try {
            StreamingAeadConfig.register();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A key for one file, as text. */
    public static String newKey() {
        try {
            KeysetHandle key = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB);
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Seals what is written for one file; it opens as no other.
     *
     * @param into closed together with what is returned; only then is the seal whole
     */
    public static OutputStream sealing(String key, UUID file, OutputStream into) throws IOException {
        try {
            return primitive(key).newEncryptingStream(into, bytes(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a file while it is read. What was altered or cut off ends in an {@link IOException}. */
    public static InputStream opening(String key, UUID file, InputStream from) throws IOException {
        try {
            return primitive(key).newDecryptingStream(from, bytes(file));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StreamingAead primitive(String key) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(Base64.getUrlDecoder().decode(key), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
    }

    private static byte[] bytes(UUID file) {
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
