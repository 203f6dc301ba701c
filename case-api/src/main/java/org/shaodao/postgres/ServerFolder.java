package org.shaodao.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.apache.commons.io.file.PathUtils;

/** The private folder of the database: it and all in it are open to the user who runs the application, nobody else. */
record ServerFolder(Path path) {
    static final String NAME = "postgresql";

    /** Two WAL segments of 16 MB: with less, PostgreSQL would stop in the middle of its own start. */
    private static final long NEEDED_MEGABYTES = 32;

    /** Programs, empty cluster and first WAL take about 130 MB. */
    private static final long NEEDED_MEGABYTES_AT_FIRST = 256;

    private static final int SECRET_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** For a new file. */
    static final FileAttribute<?> OWNER_ONLY_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The database's folder in the installation's data folder, created if absent. */
    static ServerFolder in(Path dataFolder) {
        Path wanted = dataFolder.toAbsolutePath().normalize().resolve(NAME);
        for (Path part = wanted; part != null; part = part.getParent()) {
            if (Files.exists(part) && !Files.isDirectory(part)) {
                throw new DatabaseStartException(
                        "%s is not a folder: name a folder for the data, new or existing.".formatted(part));
            }
        }
        try {
            createPrivateFolder(wanted);
            // Symbolic links resolved, as a running server will report its working directory.
            ServerFolder folder = new ServerFolder(wanted.toRealPath());
            folder.refuseForeignOwner();
            Files.setPosixFilePermissions(folder.path, OWNER_ONLY);
            return folder;
        } catch (IOException e) {
            throw new DatabaseStartException(
                    "The folder %s cannot be created, read and written by user %s (%s): give it to that user or name another."
                            .formatted(wanted, System.getProperty("user.name"), e),
                    e);
        }
    }

    static void createPrivateFolder(Path folder) throws IOException {
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    /** Root may write everywhere, but PostgreSQL refuses data that belongs to somebody else. */
    private void refuseForeignOwner() throws IOException {
        Path probe = Files.createTempFile(path, "owner", null);
        UserPrincipal user = Files.getOwner(probe);
        Files.delete(probe);
        UserPrincipal owner = Files.getOwner(path);
        if (!user.equals(owner)) {
            throw new DatabaseStartException(
                    "The folder %s belongs to user %s, but the application runs as %s: run it as %s or name another folder."
                            .formatted(path, owner, user, owner));
        }
    }

    /** Refuses a full disk in words; PostgreSQL could not even write its log there. */
    void refuseFullDisk() {
        long needed = Files.exists(path("cluster")) ? NEEDED_MEGABYTES : NEEDED_MEGABYTES_AT_FIRST;
        if (freeMegabytes() < needed) {
            throw new DatabaseStartException(
                    "The disk that holds %s is full: %d MB are free, and the database needs at least %d MB to start."
                            .formatted(path, freeMegabytes(), needed));
        }
    }

    long freeMegabytes() {
        return path.toFile().getUsableSpace() >> 20;
    }

    Path path(String name) {
        return path.resolve(name);
    }

    /** The file of that name, created if absent, with what it should say the first time. */
    String kept(String name, String atFirst) throws IOException {
        if (!Files.exists(path(name))) {
            write(name, atFirst);
        }
        return Files.readString(path(name)).strip();
    }

    /** The password kept under that name: 256 random bits, made at the first call. */
    String secret(String name) throws IOException {
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        return kept(name, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** Writes a file so that even after a power failure it is there wholly or not at all. */
    void write(String name, String text) throws IOException {
        Path draft = path(name + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, OWNER_ONLY_FILE);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(UTF_8)));
            channel.force(true);
        }
        putInPlace(draft, path(name));
    }

    /** Gives a finished file or folder its final name, and makes the name itself survive a power failure. */
    static void putInPlace(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.resolveSibling("."));
    }

    /** Makes a file, or the names in a folder, survive a power failure. */
    static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void deleteTree(Path tree) throws IOException {
        if (Files.exists(tree)) {
            PathUtils.deleteDirectory(tree);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
