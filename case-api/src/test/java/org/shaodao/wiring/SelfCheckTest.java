package org.shaodao.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.shaodao.RunningProduct;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.TestPostgres;
import org.shaodao.postgres.EmbeddedPostgresServer;

/** On a server of one's own: what would lose or hide something stops the start with a sentence. */
class SelfCheckTest {
    private static final Path SERVER = RunningProduct.emptyFolder();
    private static EmbeddedPostgresServer durable;

    @BeforeAll
    static void start_a_server_that_is_not_the_products() {
        durable = EmbeddedPostgresServer.start(SERVER);
    }

    @AfterAll
    static void stop() {
        durable.close();
    }

    @Test
    void a_server_that_confirms_before_it_wrote_is_refused() {
        PGSimpleDataSource events = (PGSimpleDataSource) TestPostgres.freshDatabase();
        PGSimpleDataSource vault = (PGSimpleDataSource) TestPostgres.freshDatabase();

        assertThatThrownBy(() -> start(events.getURL(), vault.getURL(), String.valueOf(events.getUser()), "any"))
                .hasRootCauseMessage(
                        "Shaodao does not start: the event database has fsync off: what it confirms could be lost.");
    }

    @Test
    void a_vault_among_the_events_is_refused_before_anything_is_put_there() throws IOException, SQLException {
        String one = database("together");
        String byAnotherName = one.replace("127.0.0.1", "localhost");

        assertThatThrownBy(() -> start(one, byAnotherName, durable.user(), durable.password()))
                .hasRootCauseMessage("Shaodao does not start: the vault must be a database of its own:"
                        + " give shaodao.database.vault-url another database.");
        assertThat(single(one, "select count(*)::text from information_schema.tables where table_name = 'person_key'"))
                .isEqualTo("0");
    }

    @Test
    void a_case_is_raised_and_read_on_it_until_an_event_nobody_knows_is_in_the_store()
            throws IOException, SQLException {
        String events = database("events");
        String vault = database("vault");
        Path data = RunningProduct.emptyFolder();
        String[] address = address(events, vault, durable.user(), durable.password());

        RunningProduct product = RunningProduct.start(data, address);
        try {
            assertThat(data.resolve("postgresql")).doesNotExist();
            raise_and_read(product);
        } finally {
            product.stop();
        }

        execute(events, "insert into es.event_name values ('casefile.evaporated', '1')");
        assertThatThrownBy(() -> RunningProduct.start(data, address))
                .hasRootCauseMessage("The event store holds events this version does not know:"
                        + " casefile.evaporated (revision 1). Start the version that wrote them, or a newer one.");

        execute(events, "update es.kept set events = 'AXON_SERVER'");
        assertThatThrownBy(() -> RunningProduct.start(data, address))
                .hasRootCauseMessage("Shaodao does not start: this installation keeps its events in Axon Server:"
                        + " give shaodao.axon-server.servers, or begin anew with other databases.");
    }

    private static void raise_and_read(RunningProduct product) {
        var street = product.as("huayuan");
        Answer opened = street.post(
                "/api/v1/cases",
                Map.of(
                        "kind", "HELP",
                        "channel", "HOTLINE",
                        "category", "heating/cold-home",
                        "place", "linxi/huayuan/dongmen",
                        "subject", "暖气不热",
                        "narrative", "家里只有 14 度"));
        assertThat(opened.status()).as(opened.response().body()).isEqualTo(201);
        String caseId = opened.json().get("caseId").asString();
        Answer sent = street.post(
                "/api/v1/cases/" + caseId + "/dispatches",
                Map.of("call", Map.of("unit", "linxi-heating", "role", "LEAD", "task", "查明原因")));
        assertThat(sent.status()).as(sent.response().body()).isEqualTo(200);

        Answer inbox = product.as("gongre")
                .get("/api/v1/inbox?minCase=%s&minVersion=%s"
                        .formatted(caseId, sent.json().get("version")));

        assertThat(inbox.status()).isEqualTo(200);
        assertThat(inbox.json().get("rows"))
                .anyMatch(row -> row.get("caseId").asString().equals(caseId));
    }

    private static void start(String events, String vault, String user, String password) {
        RunningProduct.start(RunningProduct.emptyFolder(), address(events, vault, user, password))
                .stop();
    }

    private static String[] address(String events, String vault, String user, String password) {
        return List.of(
                        "--shaodao.demo=true",
                        "--shaodao.demo-weeks=0",
                        "--shaodao.database.url=" + events,
                        "--shaodao.database.vault-url=" + vault,
                        "--shaodao.database.user=" + user,
                        "--shaodao.database.password=" + password)
                .toArray(String[]::new);
    }

    /** A new empty database on the durable server. */
    private static String database(String name) throws IOException, SQLException {
        String password = Files.readString(SERVER.resolve("postgresql").resolve("superuser.password"));
        try (var connection = DriverManager.getConnection(durable.eventsUrl(), "postgres", password.strip());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + durable.user());
        }
        return "jdbc:postgresql://%s:%d/%s".formatted(durable.host(), durable.port(), name);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, durable.user(), durable.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String single(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, durable.user(), durable.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
