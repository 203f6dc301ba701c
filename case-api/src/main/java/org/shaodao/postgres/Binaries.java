package org.shaodao.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL for one kind of machine: an archive on the class path, to be unpacked into a folder.
 *
 * @param system in the words of the archives' makers: Linux or Darwin
 * @param architecture as Java names it
 */
record Binaries(String system, String architecture) {
    private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);

    /**
     * The binaries for a machine with the given Java properties.
     *
     * @throws DatabaseStartException if PostgreSQL is not run by us on such a system
     */
    static Binaries forMachine(String osName, String osArch) {
        if (osName.startsWith("Linux")) {
            return new Binaries("Linux", osArch);
        }
        if (osName.startsWith("Mac")) {
            return new Binaries("Darwin", osArch);
        }
        throw new DatabaseStartException(
                "The embedded database runs on Linux and macOS, not on %s: use a PostgreSQL server of your own."
                        .formatted(osName));
    }

    /**
     * Unpacks PostgreSQL, unless that was done before, into a subfolder named by the content of the archive: so an
     * upgrade unpacks anew. All else in the folder is removed then: an older version, or what an unpacking that was
     * killed left behind.
     *
     * @return the folder of the programs
     */
    Path unpackedIn(Path folder) throws IOException {
        Path unpacked = folder.resolve(fingerprint());
        if (!Files.isExecutable(unpacked.resolve("bin/postgres"))) {
            LOG.info("Unpacking PostgreSQL into {}", unpacked);
            ServerFolder.deleteTree(folder);
            Path draft = folder.resolve("unpacking");
            ServerFolder.createPrivateFolder(draft);
            unpackInto(draft);
            ServerFolder.putInPlace(draft, unpacked);
        }
        return unpacked.resolve("bin").toRealPath();
    }

    private String fingerprint() throws IOException {
        try (InputStream archive = archive()) {
            return DigestUtils.sha256Hex(archive).substring(0, 16);
        }
    }

    private void unpackInto(Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(archive()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = entry.resolveIn(folder);
                Files.createDirectories(entry.isDirectory() ? path : path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    boolean isProgram = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(isProgram ? "rwx------" : "rw-------"));
                    ServerFolder.sync(path);
                }
            }
        }
    }

    private InputStream archive() throws IOException {
        try {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, architecture);
        } catch (IllegalStateException e) {
            throw new DatabaseStartException(
                    "This build brings no PostgreSQL for %s on %s: build it on such a machine, or use a PostgreSQL server of your own."
                            .formatted(system, architecture),
                    e);
        }
    }
}
