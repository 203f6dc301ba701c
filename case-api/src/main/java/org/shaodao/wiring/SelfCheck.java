package org.shaodao.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.shaodao.eventstore.EventNamesCheck;
import org.shaodao.eventstore.StoredNames;
import org.shaodao.eventstore.StoredNamesSerializer;
import org.shaodao.eventstore.WakeableEventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;

/**
 * Looks at every part once before the first request. What would lose or hide something silently stops the start with a
 * sentence that says what would be right.
 */
@Component
@DependsOnDatabaseInitialization
class SelfCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
    private static final Duration MOST_SKEW = Duration.ofSeconds(5);
    private static final int OLDEST_POSTGRESQL = 150_000;

    SelfCheck(
            DataSource events,
            @Qualifier("vaultDataSource") DataSource vault,
            Configuration axon,
            TokenStore tokens,
            DataSourceTransactionManager transactions,
            StoredNames names,
            Clock clock) {
        durable("the event database", JdbcClient.create(events));
        durable("the vault database", JdbcClient.create(vault));
        require(axon.eventStore() instanceof WakeableEventStore, "events would go to " + axon.eventStore());
        require(axon.commandBus() == axon.getComponent(CommandBus.class), "commands would go elsewhere");
        require(axon.eventSerializer() instanceof StoredNamesSerializer, "events would be stored under class names");
        require(axon.getComponent(Serializer.class) instanceof StoredNamesSerializer, "two serializers are at work");
        require(axon.getComponent(EventStore.class) == axon.eventStore(), "two event stores are at work");
        require(tokens instanceof JdbcTokenStore, "views would forget their place at every restart");
        require(transactions.getDataSource() == events, "views and their place would not be one transaction");
        new EventNamesCheck(events).refuseOthersThan(names.all());
        Duration skew = skew(JdbcClient.create(events), clock);
        require(
                skew.compareTo(MOST_SKEW) < 0,
                "clocks of application and database differ by " + skew + ": set both by the same time server");
        LOG.info(
                "self-check passed: durable databases, own stores, {} known events",
                names.all().size());
    }

    /** Looked at before the vault makes itself at home: afterwards the two could not be told apart any more. */
    static void requireTwoDatabases(DataSource events, DataSource vault) {
        require(
                !identity(events).equals(identity(vault)),
                "the vault must be a database of its own: give shaodao.database.vault-url another database");
    }

    private static void durable(String which, JdbcClient jdbc) {
        int version = Integer.parseInt(show(jdbc, "server_version_num"));
        require(version >= OLDEST_POSTGRESQL, which + " is PostgreSQL " + version + ": 15 or newer is needed");
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            require(
                    !show(jdbc, setting).equals("off"),
                    which + " has " + setting + " off: what it confirms could be lost");
        }
        require(show(jdbc, "server_encoding").equals("UTF8"), which + " is not in UTF-8");
    }

    private static String show(JdbcClient jdbc, String setting) {
        return jdbc.sql("select current_setting(?)")
                .param(setting)
                .query(String.class)
                .single();
    }

    private static String identity(DataSource database) {
        return JdbcClient.create(database)
                .sql("select current_database() || '@' || coalesce(inet_server_addr()::text, '') || ':'"
                        + " || coalesce(inet_server_port()::text, '')")
                .query(String.class)
                .single();
    }

    private static Duration skew(JdbcClient jdbc, Clock clock) {
        OffsetDateTime database =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        return Duration.between(database.toInstant(), clock.instant()).abs();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException("Shaodao does not start: " + otherwise + ".");
        }
    }
}
