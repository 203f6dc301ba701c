package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.access.Accounts;
import org.shaodao.attachments.SampleFiles;
import org.shaodao.fact.Role;
import org.slf4j.LoggerFactory;

/**
 * Plain words of people go through every text field there is, rightly and wrongly, and are then looked for in every row
 * and, after the product was stopped, in every file it left: database, write-ahead log, logs, temporary files.
 *
 * <p>Clear by design, and so not among them: subject (checked for personal data), codes, ids of officers, names in the
 * directory and of keys, category and subcategory of imported rows.
 */
class CanaryTest {
    private static final String CLEAR = "subject, clear by design";
    private static final Canaries CANARIES = new Canaries();
    private static final Instant BEGAN = Instant.now();

    private static RunningProduct product;
    private static Session street;
    private static Session unit;
    private static Session otherUnit;
    private static Session district;
    private static Session administrator;
    private static FileAppender<ILoggingEvent> log;
    private static Map<String, Set<String>> rows;
    private static Map<String, Set<String>> files;

    @BeforeAll
    static void say_everything_everywhere() throws IOException, SQLException {
        product = RunningProduct.start(
                RunningProduct.emptyFolder(), "--shaodao.demo=true", "--logging.level.org.shaodao=trace");
        log = logInto(product.data().resolve("application.log"));
        product.bean(Accounts.class).createIfAbsent("root", Role.ADMINISTRATOR, null, "first password", false);
        administrator = keyFor(product.as("root", "first password"), Map.of("role", "ADMINISTRATOR"));
        street = keyFor(administrator, Map.of("role", "STREET", "unit", "huayuan"));
        unit = keyFor(administrator, Map.of("role", "UNIT", "unit", "linxi-heating"));
        otherUnit = keyFor(administrator, Map.of("role", "UNIT", "unit", "linxi-housing"));
        district = keyFor(administrator, Map.of("role", "DISTRICT", "unit", "linxi-district"));

        String closed = a_life();
        every_step();
        refused_words(closed);
        malformed_requests(closed);
        strangers();
        passwords();
        an_import();
        an_attachment();

        rows = rows();
        product.stop();
        log.stop();
        files = files(product.data());
    }

    @AfterAll
    static void detach() {
        root().detachAppender(log);
        root().setLevel(Level.WARN);
    }

    @Test
    void the_search_finds_every_spelling_wherever_it_stands() {
        Canaries canaries = new Canaries();
        String words = canaries.sentence("words");
        for (int before = 0; before < 4; before++) {
            String text = "x".repeat(before) + words + "终";
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(canaries.in(utf8)).containsExactly("words");
            assertThat(canaries.in(text.getBytes(StandardCharsets.UTF_16LE))).containsExactly("words");
            assertThat(canaries.in(text.getBytes(StandardCharsets.UTF_16BE))).containsExactly("words");
            assertThat(canaries.in(Base64.getEncoder().encodeToString(utf8))).containsExactly("words");
            assertThat(canaries.in(Base64.getUrlEncoder().encodeToString(utf8))).containsExactly("words");
            assertThat(canaries.in(new StringBuilder(text).reverse().toString()))
                    .isEmpty();
        }
    }

    @Test
    void what_is_clear_by_design_is_found_in_rows_and_files() {
        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows.get("events es.event")).contains(CLEAR);
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().contains("pg_wal"))
                .anySatisfy(file -> assertThat(file.getValue()).contains(CLEAR));
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().contains("/base/"))
                .anySatisfy(file -> assertThat(file.getValue()).contains(CLEAR));
    }

    @Test
    void no_plain_word_is_in_any_row_of_either_database() {
        assertThat(CANARIES.planted()).isGreaterThan(50);
        assertThat(rows).containsKeys("events view_inbox_1.demand", "vault public.person_key");
        assertThat(rows)
                .allSatisfy((table, found) -> assertThat(found).as(table).isSubsetOf(CLEAR));
    }

    @Test
    void no_plain_word_is_in_any_file_the_product_left() throws IOException {
        assertThat(files.keySet())
                .hasSizeGreaterThan(500)
                .anyMatch(file -> file.endsWith("/application.log"))
                .anyMatch(file -> file.endsWith("/postgresql.log"));
        assertThat(Files.size(product.data().resolve("application.log"))).isPositive();
        assertThat(files).allSatisfy((file, found) -> assertThat(found).as(file).isSubsetOf(CLEAR));
    }

    @Test
    void no_plain_word_is_in_a_temporary_file() throws IOException {
        assertThat(files(Path.of(System.getProperty("java.io.tmpdir"))))
                .allSatisfy((file, found) -> assertThat(found).as(file).isSubsetOf(CLEAR));
    }

    private static String a_life() {
        String caseId = raise();
        String cases = "/api/v1/cases/" + caseId;
        taken(street.post(
                cases + "/whistles",
                Map.of(
                        "kind", "resident-demand",
                        "why", CANARIES.sentence("whistle why"),
                        "reportMode", "ON_THE_SPOT",
                        "meetingPlace", CANARIES.sentence("whistle meetingPlace"),
                        "contact", CANARIES.sentence("whistle contact"),
                        "authorisedBy", "officer-3",
                        "calls", List.of(call("linxi-heating", "LEAD")))));
        taken(street.post(cases + "/dispatches", Map.of("call", call("linxi-housing", "ASSISTING"))));
        taken(unit.post(cases + "/dispatches/1/acknowledgement", Map.of()));
        taken(unit.post(cases + "/dispatches/1/acceptance", Map.of("handler", "officer-21")));
        taken(unit.post(
                cases + "/dispatches/1/replies",
                Map.of("kind", "INTERIM", "text", CANARIES.sentence("interim reply"))));
        taken(unit.post(cases + "/dispatches/1/replies", finalReply()));
        taken(street.post(cases + "/dispatches/1/rework", Map.of("reason", CANARIES.sentence("rework reason"))));
        taken(unit.post(cases + "/dispatches/1/replies", finalReply()));
        taken(otherUnit.post(cases + "/dispatches/2/replies", finalReply()));
        taken(street.post(
                cases + "/verification", Map.of("basis", "ON_SITE", "findings", CANARIES.sentence("findings"))));
        taken(district.post(
                cases + "/follow-ups",
                Map.of("result", "REACHED", "solved", "YES", "words", CANARIES.sentence("follow-up words"))));
        taken(street.post(cases + "/closure", Map.of("summary", CANARIES.sentence("summary"))));
        Answer last = district.post(cases + "/reopening", Map.of("reason", CANARIES.sentence("reopening reason")));
        taken(last);

        Answer history = street.get(cases + "/history?minVersion=" + last.json().get("version"));
        assertThat(CANARIES.in(history.response().body()))
                .as("what reaches who may read it")
                .contains("narrative", "findings", "reopening reason")
                .doesNotContain("name", "phone", "address");
        Session officer = street.header("Shaodao-Officer", "officer-3");
        Answer opened =
                officer.post(cases + "/identity-reveals", Map.of("purpose", CANARIES.sentence("reveal purpose")));
        taken(opened);
        Answer card =
                officer.get(cases + "/contact-card?minVersion=" + opened.json().get("version"));
        assertThat(CANARIES.in(card.response().body()))
                .as("what reaches who said what for")
                .containsExactlyInAnyOrder("name", "phone", "address");
        return caseId;
    }

    private static void every_step() {
        Town town = Town.in(product);
        for (StepCall call : StepCall.all(town)) {
            Map<String, Object> body = call.body();
            for (String field : call.words()) {
                String name = call.step() + ' ' + field;
                body = Town.saying(body, field, field.equals("phone") ? CANARIES.phone(name) : CANARIES.sentence(name));
            }
            taken(call.take(town, body));
        }
    }

    /** Sealed already when the case says no. */
    private static void refused_words(String caseId) {
        String cases = "/api/v1/cases/" + caseId;
        assertThat(unit.post(cases + "/dispatches/9/replies", finalReply()).status())
                .isEqualTo(404);
        assertThat(street.post(cases + "/closure", Map.of("summary", CANARIES.sentence("refused summary")))
                        .status())
                .isEqualTo(409);
    }

    /** Words that never become part of a case may still be quoted by whatever trips over them. */
    private static void malformed_requests(String caseId) {
        String words = CANARIES.sentence("malformed request");
        List<String> bodies = List.of(
                "{\"narrative\": \"" + words,
                "{\"narrative\": \"" + words + "\" " + words + "}",
                "{\"kind\": \"" + words + "\"}",
                "{\"" + words + "\": 1}",
                "{\"occurredAt\": \"" + words + "\"}",
                "{\"phone\": \"" + words + "\", \"street\": \"" + words + "\", \"outside\": \"" + words + "\"}",
                "[\"" + words + "\"]");
        for (String body : bodies) {
            assertThat(street.post("/api/v1/cases", body).status()).as(body).isEqualTo(400);
        }
        Map<String, Object> demand = demand("malformed request");
        demand.put("narrative", words.repeat(2_000));
        assertThat(street.post("/api/v1/cases", demand).status()).isEqualTo(400);
        demand.put("narrative", words + "HALF");
        String half = RunningProduct.JSON.writeValueAsString(demand).replace("HALF", "\\ud800");
        assertThat(street.post("/api/v1/cases", half).status())
                .as("half a character")
                .isEqualTo(400);
        demand.put("narrative", words + '\u0000');
        assertThat(street.post("/api/v1/cases", demand).status()).isEqualTo(201);
        demand.put("category", CANARIES.latin("unknown category"));
        assertThat(street.post("/api/v1/cases", demand).status()).isEqualTo(422);
        demand.put("subject", CANARIES.sentence("subject with a phone number") + " 13912345678");
        assertThat(street.post("/api/v1/cases", demand).status()).isBetween(400, 422);
        assertThat(street.send("PATCH", "/api/v1/cases/" + caseId, Map.of("words", words))
                        .status())
                .isEqualTo(405);
        assertThat(street.header("Content-Type", "text/plain")
                        .post("/api/v1/cases", words)
                        .status())
                .isEqualTo(415);
        assertThat(street.header("Idempotency-Key", CANARIES.latin("idempotency key"))
                        .post("/api/v1/cases/" + caseId + "/closure", Map.of())
                        .status())
                .isEqualTo(409);
        assertThat(unit.get("/api/v1/inbox?search=" + CANARIES.latin("search")).status())
                .isEqualTo(200);
        assertThat(unit.get("/api/v1/inbox?cursor=" + CANARIES.latin("cursor")).status())
                .isEqualTo(400);
        assertThat(street.get("/api/v1/cases/" + CANARIES.latin("path")).status())
                .isEqualTo(400);
    }

    private static void strangers() {
        Answer answer = product.as(CANARIES.latin("unknown login"), CANARIES.sentence("wrong password"))
                .get("/api/v1/me");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(product.with("shd_" + CANARIES.latin("wrong key") + "-".repeat(40))
                        .get("/api/v1/me")
                        .status())
                .isEqualTo(401);
    }

    private static void passwords() {
        Session root = product.as("root", "first password");
        String password = CANARIES.sentence("password");
        assertThat(root.put("/api/v1/me/password", Map.of("password", password)).status())
                .isEqualTo(204);
        assertThat(product.as("root", password).get("/api/v1/me").status()).isEqualTo(200);
    }

    /** Keys are secrets as well: only their holder knows them. */
    private static Session keyFor(Session by, Map<String, String> who) {
        Map<String, String> request = new TreeMap<>(who);
        request.put("name", "a system");
        Answer issued = by.post("/api/v1/keys", request);
        assertThat(issued.status()).as(issued.response().body()).isEqualTo(201);
        String key = issued.json().get("key").asString();
        CANARIES.watch("secret of a key", key.substring(key.length() - 43));
        return product.with(key).header("Shaodao-Officer", "officer-of-" + who.get("role"));
    }

    private static void an_import() {
        String header =
                "case_id,created_at,closed_at,updated_at,status,agency,agency_name,category,subcategory,channel,"
                        + "district,area,address,resolution,caller_name";
        String row = "%s,2026-01-02T03:04:05,%s,,%s,DOT,Transport,Street,Pothole,PHONE,North,Hill,%s,%s,%s";
        String file = String.join(
                "\n",
                header,
                row.formatted(
                        "1",
                        "2026-01-03T03:04:05",
                        "Closed",
                        imported("address"),
                        imported("resolution"),
                        imported("other column")),
                row.formatted("2", "", "Open", imported("address"), imported("resolution"), imported("other column")),
                row.formatted("3", imported("time"), "Closed", imported("address"), "", ""),
                imported("row of one column"),
                "");
        Answer answer = administrator
                .header("Content-Type", "text/csv")
                .send("PUT", "/api/v1/imports/canaries?source=nyc&zone=America/New_York", file);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertThat(answer.json().at("/counts/opened").asInt()).isEqualTo(2);
        assertThat(answer.json().at("/counts/rejected").asInt()).isEqualTo(2);
        assertThat(administrator
                        .header("Content-Type", "text/csv")
                        .send(
                                "PUT",
                                "/api/v1/imports/broken?source=nyc&zone=UTC",
                                imported("file without columns") + "\n" + imported("file without columns"))
                        .status())
                .isEqualTo(400);
    }

    private static void an_attachment() {
        Answer uploaded = SampleFiles.upload(
                street, "/api/v1/attachments", "x.txt", SampleFiles.words(CANARIES.sentence("attachment")));
        taken(uploaded);
        String ticket = uploaded.json().at("/files/0/ticket").asString();
        CANARIES.watch("key of a file", ticket.substring(ticket.length() - 43));
        Map<String, Object> demand = demand("with an attachment ");
        demand.put("attachments", List.of(ticket));
        taken(street.post("/api/v1/cases", demand));
        Answer photo = SampleFiles.upload(
                street,
                "/api/v1/attachments",
                CANARIES.latin("name of a file"),
                SampleFiles.photo(400, 200, CANARIES.latin("place of a photo")));
        taken(photo);
        assertThat(SampleFiles.upload(
                                street,
                                "/api/v1/attachments",
                                "x",
                                SampleFiles.words(CANARIES.sentence("half") + '\u0001'))
                        .status())
                .isEqualTo(415);
    }

    /** Commas would end the field. */
    private static String imported(String field) {
        return CANARIES.latin("imported " + field) + ' ' + CANARIES.chinese("imported " + field);
    }

    private static String raise() {
        Answer answer = street.post("/api/v1/cases", demand(""));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.json().get("caseId").asString();
    }

    private static Map<String, Object> demand(String prefix) {
        return new TreeMap<>(Map.of(
                "kind", "HELP",
                "channel", "HOTLINE",
                "category", "heating/cold-home",
                "place", "linxi/huayuan/dongmen",
                "subject", CANARIES.sentence(CLEAR),
                "narrative", CANARIES.sentence(prefix + "narrative"),
                "name", CANARIES.sentence(prefix + "name"),
                "phone", CANARIES.phone(prefix + "phone"),
                "address", CANARIES.sentence(prefix + "address")));
    }

    private static Map<String, String> call(String unit, String role) {
        return Map.of("unit", unit, "role", role, "task", CANARIES.sentence("task"));
    }

    private static Map<String, Object> finalReply() {
        return Map.of(
                "kind",
                "FINAL",
                "outcome",
                "SOLVED",
                "text",
                CANARIES.sentence("final reply"),
                "evidence",
                List.of("PHOTO"));
    }

    private static void taken(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 299);
    }

    /** Every table as SQL reads it: in the files long values may be compressed. */
    private static Map<String, Set<String>> rows() throws IOException, SQLException {
        Path server = product.data().resolve("postgresql");
        String url = "jdbc:postgresql://127.0.0.1:"
                + Files.readString(server.resolve("port")).strip() + "/";
        String password =
                Files.readString(server.resolve("application.password")).strip();
        Map<String, Set<String>> found = new TreeMap<>();
        for (String database : List.of("shaodao", "shaodao_vault")) {
            try (var connection = DriverManager.getConnection(url + database, "shaodao", password);
                    var statement = connection.createStatement()) {
                List<String> tables = new ArrayList<>();
                try (var names = statement.executeQuery("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')""")) {
                    while (names.next()) {
                        tables.add(names.getString(1));
                    }
                }
                for (String table : tables) {
                    Set<String> inTable = new TreeSet<>();
                    try (var lines = statement.executeQuery("select t::text from " + table + " t")) {
                        while (lines.next()) {
                            inTable.addAll(CANARIES.in(lines.getString(1)));
                        }
                    }
                    found.put((database.equals("shaodao") ? "events " : "vault ") + table, inTable);
                }
            }
        }
        return found;
    }

    /** Every file below the folder that was written since this test began, with the canaries in it. */
    private static Map<String, Set<String>> files(Path folder) throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), 30, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                // Other servers of this machine's tests, which this product does not know.
                boolean others = directory.getFileName().toString().startsWith("embedded-pg");
                return others ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                FileTime began = FileTime.from(BEGAN);
                if (attributes.isRegularFile() && attributes.lastModifiedTime().compareTo(began) >= 0) {
                    try {
                        found.put(file.toString(), CANARIES.in(Files.readAllBytes(file)));
                    } catch (IOException vanished) {
                        assertThat(file).as("a file that cannot be read").doesNotExist();
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    private static FileAppender<ILoggingEvent> logInto(Path file) {
        PatternLayoutEncoder layout = new PatternLayoutEncoder();
        layout.setContext(context());
        layout.setPattern("%d %level %thread %logger %mdc %msg%n%ex");
        layout.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context());
        appender.setFile(file.toString());
        appender.setEncoder(layout);
        appender.start();
        root().addAppender(appender);
        root().setLevel(Level.INFO);
        return appender;
    }

    private static Logger root() {
        return context().getLogger(Logger.ROOT_LOGGER_NAME);
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
