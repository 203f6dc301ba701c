package org.shaodao.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The keys that wrap the keys of persons, outside the database they protect: neither a copy of the database nor a copy
 * of this folder can be read alone. Each is a Tink keyset in a file of its own, {@code epoch-<id>.json}; a keyset that
 * names a key management service has the same format.
 */
public final class EpochKeys {
    private final PrivateFolder folder;

    /** Only the newest is remembered, so that a destroyed key leaves the memory of every node that goes on working. */
    private volatile @Nullable Remembered remembered;

    /** @param folder private folder of the installation, shared by all its nodes; created when missing */
    public EpochKeys(Path folder) {
        this.folder = new PrivateFolder(folder);
    }

    /** Writes a new key to disk. It wraps nothing until the database knows its epoch. */
    void create(UUID epoch) {
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            folder.createOnce(name(epoch), json.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The key of this epoch, or nothing when its file is not there: destroyed, or lost. */
    Optional<Aead> find(UUID epoch) {
        Remembered last = remembered;
        if (last != null && last.epoch.equals(epoch)) {
            return Optional.of(last.key);
        }
        return read(epoch).map(key -> {
            remembered = new Remembered(epoch, key);
            return key;
        });
    }

    /** The key as it stands on disk, whatever memory says. */
    Optional<Aead> read(UUID epoch) {
        return folder.read(name(epoch)).map(content -> {
            try {
                String json = new String(content, StandardCharsets.UTF_8);
                return TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get())
                        .getPrimitive(AeadConfig2026.get(), Aead.class);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(
                        file(epoch) + " is not a Tink keyset: bring it back from its backup", e);
            }
        });
    }

    /** Overwrites and removes the key. Nothing wrapped with it can ever be read again, in no copy of the database. */
    void destroy(UUID epoch) {
        folder.destroy(name(epoch));
        Remembered last = remembered;
        if (last != null && last.epoch.equals(epoch)) {
            remembered = null;
        }
    }

    Path file(UUID epoch) {
        return folder.file(name(epoch));
    }

    /** Destructions are recorded beside the keys, so that what restores one finds the other. */
    Destructions destructions() {
        return new Destructions(folder);
    }

    private static String name(UUID epoch) {
        return "epoch-" + epoch + ".json";
    }

    private record Remembered(UUID epoch, Aead key) {}
}
