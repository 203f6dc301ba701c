package org.shaodao.postgres;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One application per folder. The operating system takes the lock back when its holder dies, however it dies.
 *
 * <p>Who holds it stands in a file beside it, which is read first: on POSIX a process that opens and closes a file it
 * has locked loses the lock, so a second start within one process must not touch the lock file at all.
 */
final class FolderLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderLock.class);
    private static final String HOLDER = "application.pid";

    private final ServerFolder folder;
    private final FileChannel lockFile;

    private FolderLock(ServerFolder folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    static FolderLock acquire(ServerFolder folder) throws IOException {
        String self = self();
        if (holder(folder).equals(self)) {
            throw inUse(folder, self);
        }
        FileChannel lockFile =
                FileChannel.open(folder.path("application.lock"), Set.of(CREATE, WRITE), ServerFolder.OWNER_ONLY_FILE);
        try {
            if (lockFile.tryLock() == null) {
                throw inUse(folder, holder(folder));
            }
            folder.write(HOLDER, self);
            return new FolderLock(folder, lockFile);
        } catch (IOException | RuntimeException e) {
            lockFile.close();
            throw e;
        }
    }

    /** Pid and time of start: after a restart of a container another process may have the same pid. */
    private static String self() {
        ProcessHandle process = ProcessHandle.current();
        return "%d, running since %s"
                .formatted(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    private static String holder(ServerFolder folder) throws IOException {
        try {
            return Files.readString(folder.path(HOLDER)).strip();
        } catch (NoSuchFileException e) {
            return "unknown";
        }
    }

    private static DatabaseStartException inUse(ServerFolder folder, String holder) {
        return new DatabaseStartException(
                "The folder %s is in use by another application (process %s): stop that one or name another folder."
                        .formatted(folder, holder));
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(folder.path(HOLDER));
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("The lock of {} could not be given back and ends with this process", folder, e);
        }
    }
}
