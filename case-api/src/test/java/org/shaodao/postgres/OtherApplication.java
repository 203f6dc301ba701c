package org.shaodao.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;

/** Another application process that starts the database, commits its pid and lives until it is killed. */
final class OtherApplication {
    static final String READY = "ready";

    private OtherApplication() {}

    /** @param arguments the data folder and the folder of the unpacked programs */
    public static void main(String[] arguments) throws SQLException, InterruptedException {
        try {
            var server = EmbeddedPostgresServer.start(Path.of(arguments[0]), Path.of(arguments[1]));
            Sql.execute(server, "create table if not exists acknowledged (pid bigint)");
            Sql.execute(
                    server,
                    "insert into acknowledged values (%d)"
                            .formatted(ProcessHandle.current().pid()));
            System.out.println(READY);
            Thread.currentThread().join();
        } catch (DatabaseStartException e) {
            System.out.println(e.getMessage());
        }
    }

    static Process start(Path data, Path binaries) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dfile.encoding=UTF-8",
                        "-Dlogging.level.root=off",
                        OtherApplication.class.getName(),
                        data.toString(),
                        binaries.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** What it says last: that it is ready, or why it could not start. */
    static String verdict(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY) || line.startsWith("The ")) {
                return line;
            }
        }
        return "nothing";
    }
}
