package org.shaodao.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL's own programs and how they have to be run: without root's powers and without settings from the environment. */
final class Programs {
    private static final File NOTHING = new File("/dev/null");

    private final Path bin;
    private final Path workingFolder;
    private final List<String> asOrdinaryUser;

    /**
     * @param bin where the programs are
     * @param workingFolder where they run; by it {@link Processes} knows them again
     */
    Programs(Path bin, Path workingFolder) {
        this.bin = bin;
        this.workingFolder = workingFolder;
        this.asOrdinaryUser = asOrdinaryUser();
    }

    /** PostgreSQL refuses root. In a user namespace of its own root has neither name nor privilege, but still its files. */
    private static List<String> asOrdinaryUser() {
        if (new UnixSystem().getUid() != 0) {
            return List.of();
        }
        if (LinuxUtils.isUnshareAvailable()) {
            return List.of("unshare", "--user");
        }
        throw new DatabaseStartException(
                "PostgreSQL does not run as root, and this system lets root make no user namespace (unshare --user): run the application as an ordinary user.");
    }

    /** Runs a program to its end and returns what it printed. */
    String run(String program, List<String> arguments) throws IOException, InterruptedException {
        Process process = builder(asOrdinaryUser, program, arguments)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IOException("%s ended with exit code %d: %s".formatted(program, exitCode, output));
        }
        return output;
    }

    /**
     * Starts a program that stays. It gets a session of its own where the system has {@code setsid}: otherwise Ctrl-C
     * would stop the database together with the application, not after it.
     */
    Process launch(String program, List<String> arguments, Path log) throws IOException {
        List<String> prefix = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            prefix.add("/usr/bin/setsid");
        }
        prefix.addAll(asOrdinaryUser);
        return builder(prefix, program, arguments)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }

    private ProcessBuilder builder(List<String> prefix, String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(workingFolder.toFile()).redirectInput(NOTHING);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }
}
