package org.shaodao.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where sealed files are kept, each under the hash of what is kept. */
sealed interface BlobStore permits FolderStore, BucketStore {
    /** Keeps a sealed file, durably when this returns; the draft may be gone then. */
    void keep(String sha256, Path draft) throws IOException;

    /**
     * Reads a sealed file.
     *
     * @throws NoSuchFileException where there is none
     */
    InputStream open(String sha256) throws IOException;

    /** Removes a sealed file; it may be gone already. */
    void remove(String sha256) throws IOException;

    /** Looks once whether files can be written. */
    void check() throws IOException;
}
