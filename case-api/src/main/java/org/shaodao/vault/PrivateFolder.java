package org.shaodao.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where secrets lie outside the database: a folder only its owner can enter (0700), files only its owner can read
 * (0600). What was opened to others meanwhile is closed again and said aloud; what cannot be closed stops the start.
 * Several nodes of one installation share the folder.
 */
final class PrivateFolder {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFolder.class);
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(FILE);

    private final Path path;

    PrivateFolder(Path path) {
        this.path = path.toAbsolutePath();
        FileAttribute<?> ours = PosixFilePermissions.asFileAttribute(FOLDER);
        try {
            Files.createDirectories(this.path.getParent(), ours);
            Files.createDirectory(this.path, ours);
        } catch (FileAlreadyExistsException e) {
            close(this.path, FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return path.resolve(name);
    }

    Optional<byte[]> read(String name) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            close(file, FILE);
            return Optional.of(Files.readAllBytes(file));
        } catch (UncheckedIOException | IOException e) {
            IOException cause = e instanceof UncheckedIOException unchecked ? unchecked.getCause() : (IOException) e;
            if (cause instanceof NoSuchFileException) {
                return Optional.empty(); // destroyed by another node since
            }
            throw new UncheckedIOException(cause);
        }
    }

    /**
     * Writes a file that was not there before, whole and on disk or not at all. Whoever comes second changes nothing.
     */
    void createOnce(String name, byte[] content) {
        try {
            Path draft = Files.createTempFile(path, name, ".draft", OURS_ALONE);
            try {
                try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                    writeAll(channel, ByteBuffer.wrap(content));
                }
                // A link, not a move: a move would silently replace what another node has just created.
                Files.createLink(file(name), draft);
            } catch (FileAlreadyExistsException e) {
                LOG.debug("{} was created by another node first", name);
            } finally {
                Files.delete(draft);
            }
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a file for reading and writing at any position, creating it empty when it is not there. */
    FileChannel open(String name) throws IOException {
        Path file = file(name);
        if (Files.exists(file)) {
            close(file, FILE);
        }
        var channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE), OURS_ALONE);
        syncFolder();
        return channel;
    }

    /**
     * Overwrites the file in place and removes it. A journalling or copying file system and a solid-state disk may
     * still hold the old blocks for a while: where that matters, the folder belongs on an encrypted volume.
     */
    void destroy(String name) {
        Path file = file(name);
        Path doomed = file(name + ".destroyed");
        try {
            if (Files.exists(file)) {
                Files.move(file, doomed, StandardCopyOption.ATOMIC_MOVE); // nobody reads half of an end
            }
            if (!Files.exists(doomed)) {
                return;
            }
            try (var channel = FileChannel.open(doomed, StandardOpenOption.WRITE)) {
                writeAll(channel, ByteBuffer.allocate(Math.toIntExact(channel.size())));
            }
            Files.delete(doomed);
            syncFolder();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void writeAll(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
        channel.force(true);
    }

    /** A new or removed name is only durable once the folder itself has been written. */
    private void syncFolder() throws IOException {
        try (var folder = FileChannel.open(path, StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void close(Path path, Set<PosixFilePermission> wanted) {
        try {
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(path);
            Set<PosixFilePermission> excess = EnumSet.noneOf(PosixFilePermission.class);
            excess.addAll(found);
            excess.removeAll(wanted);
            if (excess.isEmpty()) {
                return;
            }
            Files.setPosixFilePermissions(path, wanted);
            LOG.warn(
                    "{} was open to others ({}) and is closed now; if others could log in here, rewrap the vault",
                    path,
                    PosixFilePermissions.toString(found));
        } catch (FileSystemException e) {
            throw new IllegalStateException(
                    "%s is open to others and does not belong to us: make it ours (chown) and private (chmod %s)"
                            .formatted(path, wanted.equals(FOLDER) ? "700" : "600"),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
