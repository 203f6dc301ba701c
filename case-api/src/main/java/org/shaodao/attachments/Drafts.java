package org.shaodao.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.vault.FileSeals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files on their way: sealed from their first byte on, so that nothing plain ever lies on a disk. */
final class Drafts {
    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);
    private static final String ENDING = ".draft";

    private final Path folder;

    Drafts(Path folder) {
        this.folder = folder;
    }

    /** One file, sealed under a key that only its holder knows. */
    record Draft(UUID id, String key, Path path, String sha256) implements AutoCloseable {
        InputStream open() throws IOException {
            return FileSeals.opening(key, id, Files.newInputStream(path));
        }

        /** It is no longer needed; what cannot be removed now is swept later. */
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("{} could not be removed yet: {}", path, e.toString());
            }
        }
    }

    /** Writes the content of a file. */
    interface Content {
        void into(OutputStream sealing) throws IOException;
    }

    /**
     * Seals a file, on disk when this returns.
     *
     * @throws Problem {@code attachment-store-unavailable} when the disk is full or away
     * @throws IOException when the content could not be read
     */
    Draft seal(UUID id, Content content) throws IOException {
        String key = FileSeals.newKey();
        Path path = folder.resolve(id + "-" + key.hashCode() + ENDING);
        MessageDigest digest = sha256();
        boolean whole = false;
        try (FileChannel file = opened(path)) {
            try (OutputStream sealing = FileSeals.sealing(
                    key, id, new DigestOutputStream(new Unfailing(Channels.newOutputStream(file)), digest))) {
                content.into(sealing);
                whole = true;
            }
        } finally {
            if (!whole) {
                new Draft(id, key, path, "").close();
            }
        }
        return new Draft(id, key, path, HexFormat.of().formatHex(digest.digest()));
    }

    /** Drafts that a crash left behind. */
    void sweep(Instant before) throws IOException {
        List<Path> left;
        try (Stream<Path> files = Files.list(folder)) {
            left = files.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        for (Path draft : left) {
            if (Files.exists(draft)
                    && Files.getLastModifiedTime(draft).toInstant().isBefore(before)) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static FileChannel opened(Path path) {
        try {
            return FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw unavailable(e);
        }
    }

    static Problem unavailable(Exception e) {
        LOG.warn("the store of attachments failed: {}", e.toString());
        return new Problem(ProblemCode.ATTACHMENT_STORE_UNAVAILABLE, Map.of());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A disk that fails is not a file that could not be read. */
    private static final class Unfailing extends OutputStream {
        private final OutputStream disk;

        private Unfailing(OutputStream disk) {
            this.disk = disk;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                disk.write(bytes, offset, length);
            } catch (IOException e) {
                throw unavailable(e);
            }
        }

        /** The channel is forced and closed by who opened it. */
        @Override
        public void close() {}
    }
}
