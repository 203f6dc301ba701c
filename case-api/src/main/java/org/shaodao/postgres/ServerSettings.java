package org.shaodao.postgres;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server is told. Promises travel on the command line of every start, where no file can overrule them; sizes are
 * written into {@code postgresql.conf} once, where an operator may change them.
 */
final class ServerSettings {
    static final String HOST = "127.0.0.1";

    private static final List<String> PROMISES = List.of(
            // An acknowledged commit survives.
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "restart_after_crash=on",
            // Nobody but this machine, nobody without a password.
            "listen_addresses=" + HOST,
            "unix_socket_directories=",
            "password_encryption=scram-sha-256",
            // No statement, parameter or row value reaches the log: details and failed statements would quote them.
            // (Databases silences the application's own errors, whose text may quote a value too.)
            "logging_collector=off",
            "log_destination=stderr",
            "log_statement=none",
            "log_duration=off",
            "log_min_duration_statement=-1",
            "log_min_duration_sample=-1",
            "log_transaction_sample_rate=0",
            "log_min_error_statement=panic",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_error_verbosity=terse",
            "log_checkpoints=off",
            "log_line_prefix=%m [%p] %d ");

    private static final List<String> SIZES = List.of(
            "max_connections=80",
            "shared_buffers=256MB",
            "min_wal_size=256MB",
            "max_wal_size=2GB",
            "timezone=UTC",
            "log_timezone=UTC");

    private ServerSettings() {}

    /** Arguments of {@code initdb} for a new cluster. */
    static List<String> forInitdb(Path cluster, String superuser, Path superuserPassword) {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + cluster,
                "--username=" + superuser,
                "--pwfile=" + superuserPassword,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions"));
        SIZES.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }

    /** Arguments of {@code postgres} for every start. */
    static List<String> forPostgres(Path cluster, int port) {
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        PROMISES.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return arguments;
    }
}
