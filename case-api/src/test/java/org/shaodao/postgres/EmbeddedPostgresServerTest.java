package org.shaodao.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server as it should be: durable, private, and the same after a restart. */
class EmbeddedPostgresServerTest {
    /** Unpacked once for all tests that are not about unpacking, and kept for the next run. */
    static final Path BINARIES = Path.of("target", "postgres-binaries");

    @TempDir
    private static Path data;

    private static EmbeddedPostgresServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgresServer.start(data, BINARIES);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void the_first_start_creates_the_database_of_events_and_the_vault() throws SQLException {
        for (String url : new String[] {server.eventsUrl(), server.vaultUrl()}) {
            try (var connection = DriverManager.getConnection(url, server.user(), server.password());
                    var statement = connection.createStatement()) {
                statement.execute("create schema probe create table probe (word text)");
                statement.execute("drop schema probe cascade");
            }
        }
        assertThat(server.eventsUrl()).isNotEqualTo(server.vaultUrl());
    }

    @Test
    void a_restart_keeps_data_port_and_password() throws SQLException {
        Sql.execute(server, "create table kept (word text)");
        Sql.execute(server, "insert into kept values ('still here')");
        int port = server.port();
        String password = server.password();
        server.close();
        server = EmbeddedPostgresServer.start(data, BINARIES);
        assertThat(server.port()).isEqualTo(port);
        assertThat(server.password()).isEqualTo(password);
        assertThat(Sql.value(server, "select word from kept")).isEqualTo("still here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    fsync                             | on
                    synchronous_commit                | on
                    full_page_writes                  | on
                    data_checksums                    | on
                    restart_after_crash               | on
                    max_connections                   | 80
                    shared_buffers                    | 256MB
                    max_wal_size                      | 2GB
                    listen_addresses                  | 127.0.0.1
                    password_encryption               | scram-sha-256
                    log_statement                     | none
                    log_min_messages                  | log
                    log_min_error_statement           | panic
                    log_min_duration_statement        | -1
                    log_parameter_max_length          | 0
                    log_parameter_max_length_on_error | 0
                    log_error_verbosity               | terse
                    server_encoding                   | UTF8
                    lc_ctype                          | C
                    """)
    void it_runs_with_durable_and_discreet_settings(String setting, String value) throws SQLException {
        String query = setting.equals("lc_ctype")
                ? "select datctype from pg_database where datname = current_database()"
                : "show " + setting;
        assertThat(Sql.value(server, query)).isEqualTo(value);
    }

    @Test
    void text_is_sorted_and_cased_the_same_on_every_machine() throws SQLException {
        assertThat(
                        Sql.value(
                                server,
                                "select concat(datlocprovider, ' ', datlocale) from pg_database where datname = current_database()"))
                .isEqualTo("b C.UTF-8");
        assertThat(Sql.value(server, "select upper('é')")).isEqualTo("É");
    }

    @Test
    void the_application_is_no_superuser() throws SQLException {
        assertThat(Sql.value(
                        server,
                        "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user"))
                .isEqualTo("f");
        assertThatThrownBy(() -> Sql.execute(server, "set log_min_messages = debug5"))
                .isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @CsvSource({"shaodao,wrong", "shaodao,''", "postgres,''"})
    void nobody_comes_in_without_the_password(String user, String password) {
        assertThatThrownBy(() -> DriverManager.getConnection(server.eventsUrl(), user, password))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void no_rule_of_access_trusts_anybody() throws IOException {
        try (Stream<String> rules = Files.lines(data.resolve("postgresql/cluster/pg_hba.conf"))) {
            assertThat(rules.filter(rule -> !rule.isBlank() && !rule.startsWith("#")))
                    .isNotEmpty()
                    .allMatch(rule -> rule.endsWith("scram-sha-256"));
        }
    }

    @Test
    void everything_is_open_to_its_owner_only() throws IOException {
        Path folder = data.resolve("postgresql");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(Stream.concat(Stream.of(folder), files))
                    .hasSizeGreaterThan(6)
                    .allSatisfy(file -> assertThat(permissions(file))
                            .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
        }
        assertThat(permissions(BINARIES)).isEqualTo("rwx------");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void passwords_have_at_least_128_random_bits() throws IOException {
        String superuser =
                Files.readString(data.resolve("postgresql/superuser.password")).strip();
        assertThat(superuser).hasSize(43).isNotEqualTo(server.password());
        assertThat(server.password()).hasSize(43);
    }

    @Test
    void the_network_does_not_see_it() throws IOException {
        var interfaces = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : interfaces) {
            assertThatThrownBy(() -> new Socket(address, server.port()).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void a_failed_statement_leaves_none_of_its_values_in_the_log() throws IOException {
        Path log = data.resolve("postgresql/postgresql.log");
        for (String sql : new String[] {
            "select 'canary-literal' from absent",
            "select 'canary-input'::date",
            "create table u (v text primary key); insert into u values ('canary-key'), ('canary-key')",
            "do $$ begin raise warning 'canary-warning'; raise exception 'canary-exception'; end $$"
        }) {
            assertThatThrownBy(() -> Sql.execute(server, sql)).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> DriverManager.getConnection(server.eventsUrl(), server.user(), "wrong"))
                .isInstanceOf(SQLException.class);
        assertThat(log)
                .content()
                .contains("FATAL:  password authentication failed")
                .doesNotContain("canary");
    }
}
