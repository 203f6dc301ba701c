package org.shaodao.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The processes of PostgreSQL at work in a folder, whoever started them and whether or not their parent still lives.
 *
 * <p>They are known by program and working folder, never by a remembered pid alone: that may be a stranger's by now.
 * Without {@code /proc} (macOS) only the postmaster can be known, by its command line; its children end with it.
 */
record Processes(Path folder) {
    private static final Path PROC = Path.of("/proc");
    private static final Set<String> PROGRAMS = Set.of("postgres", "initdb", "pg_ctl");

    List<ProcessHandle> ours() {
        return ProcessHandle.allProcesses().filter(this::isOurs).toList();
    }

    private boolean isOurs(ProcessHandle process) {
        if (!seesAll()) {
            return process.info().commandLine().orElse("").contains("/bin/postgres -D " + folder);
        }
        return PROGRAMS.contains(program(process))
                && workingFolder(process)
                        .filter(path -> path.startsWith(folder))
                        .isPresent();
    }

    /** Whether none of ours can stay unknown. */
    static boolean seesAll() {
        return Files.isDirectory(PROC);
    }

    /** Whether this process certainly has nothing to do with the folder. */
    boolean isStranger(ProcessHandle process) {
        return !PROGRAMS.contains(program(process))
                || workingFolder(process)
                        .filter(path -> !path.startsWith(folder))
                        .isPresent();
    }

    private static String program(ProcessHandle process) {
        try {
            return Files.readString(PROC.resolve(process.pid() + "/comm")).strip();
        } catch (IOException e) {
            return Path.of(process.info().command().orElse("ended"))
                    .getFileName()
                    .toString();
        }
    }

    private static Optional<Path> workingFolder(ProcessHandle process) {
        try {
            return Optional.of(PROC.resolve(process.pid() + "/cwd").toRealPath());
        } catch (IOException e) {
            return Optional.empty(); // ended meanwhile, or another user's
        }
    }
}
