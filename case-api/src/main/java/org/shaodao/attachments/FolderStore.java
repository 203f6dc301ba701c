package org.shaodao.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Sealed files in a folder that all nodes share. */
record FolderStore(Path folder) implements BlobStore {
    @Override
    public void keep(String sha256, Path draft) throws IOException {
        Path place = place(sha256);
        Files.createDirectories(place.getParent());
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        // A new name is only durable once the folder itself has been written.
        try (FileChannel names = FileChannel.open(place.getParent(), StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    @Override
    public void remove(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public void check() throws IOException {
        Files.createDirectories(folder);
        Path probe = Files.createTempFile(folder, "probe", ".draft");
        Files.writeString(probe, "probe");
        Files.delete(probe);
    }

    private Path place(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }
}
