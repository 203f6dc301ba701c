package org.shaodao.vault;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.shaodao.TestPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vault's database and its private folder; each opened vault is a node. */
record Installation(DataSource database, Path folder) {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T01:00:00Z"), ZoneOffset.UTC);

    static Installation empty(Path folder) {
        return new Installation(TestPostgres.freshDatabase(), folder);
    }

    Vault node() {
        return node(Ticker.systemTicker());
    }

    Vault node(Ticker ticker) {
        return new Vault(database, new EpochKeys(folder), new Secrets(folder), CLOCK, ticker);
    }

    Epochs epochs() {
        return new Epochs(new VaultDatabase(database), new EpochKeys(folder), CLOCK);
    }

    Erasures erasures() {
        return new Erasures(new VaultDatabase(database), epochs(), new EpochKeys(folder).destructions());
    }

    JdbcClient sql() {
        return JdbcClient.create(database);
    }

    List<UUID> epochsOfRows() {
        return sql().sql("select distinct epoch from person_key")
                .query(UUID.class)
                .list();
    }

    UUID epochInForce() {
        return sql().sql("select id from epoch where retired_at is null")
                .query(UUID.class)
                .single();
    }

    /** What a backup of the database would hold: every row of every table of ours. */
    List<Map<String, Object>> rows() {
        return sql().sql("""
                select table_name from information_schema.tables where table_schema = 'public'
                """).query(String.class).stream()
                .flatMap(table -> sql().sql("select * from " + table).query().listOfRows().stream())
                .toList();
    }

    /** The database as it is now, as if from a backup, with a folder of its own. */
    Installation copy(Path otherFolder) {
        String name = sql().sql("select current_database()").query(String.class).single();
        String copy = name + "_copy_" + UUID.randomUUID().toString().replace('-', '_');
        try {
            PGSimpleDataSource source = database.unwrap(PGSimpleDataSource.class);
            JdbcClient.create(at(source, "postgres"))
                    .sql("create database " + copy + " template " + name)
                    .update();
            Files.createDirectories(otherFolder);
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, otherFolder.resolve(file.getFileName()));
                }
            }
            return new Installation(at(source, copy), otherFolder);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource at(PGSimpleDataSource source, String database) {
        var other = new PGSimpleDataSource();
        other.setURL(source.getURL());
        other.setUser(source.getUser());
        other.setPassword(source.getPassword());
        other.setDatabaseName(database);
        return other;
    }
}
