package org.shaodao.wiring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

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
            CommandBus commandBus,
            EventStore eventStore,
            Serializer serializer,
            TokenStore tokens,
            DataSourceTransactionManager transactions,
            StoredNames names,
            Clock clock,
            CityTime time) {
        durable("the event database", JdbcClient.create(events));
        durable("the vault database", JdbcClient.create(vault));
        EventsKept.in(eventStore).stay(JdbcClient.create(events));
        require(axon.eventStore() == eventStore, "two event stores are at work");
        require(axon.commandBus() == commandBus, "commands would go elsewhere");
        require(serializer instanceof StoredNamesSerializer, "events would be stored under class names");
        require(axon.eventSerializer() == serializer && axon.serializer() == serializer, "two serializers are at work");
        require(tokens instanceof JdbcTokenStore, "views would forget their place at every restart");
        require(transactions.getDataSource() == events, "views and their place would not be one transaction");
        new EventNamesCheck(events).refuseOthersThan(names.all());
        Duration skew = skew(JdbcClient.create(events), time.stands() ? time.world() : clock.instant());
        require(
                skew.compareTo(MOST_SKEW) < 0,
                "clocks of application and database differ by " + skew + ": set both by the same time server");
        LOG.info(
                "self-check passed: durable databases, own stores, {} known events",
                names.all().size());
    }

    /** Looked at before the vault makes itself at home, so that nothing of it gets among the events. */
    static void requireTwoDatabases(DataSource events, DataSource vault) {
        require(
                !areOne(events, vault),
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

    /** By whatever addresses: what is locked through one of them is then locked through the other too. */
    private static boolean areOne(DataSource one, DataSource other) {
        long key = ThreadLocalRandom.current().nextLong();
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(one));
        return Boolean.TRUE.equals(transaction.execute(open -> lock(one, key) && !lock(other, key)));
    }

    private static boolean lock(DataSource database, long key) {
        return JdbcClient.create(database)
                .sql("select pg_try_advisory_xact_lock(?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    private static Duration skew(JdbcClient jdbc, Instant now) {
        OffsetDateTime database =
                jdbc.sql("select clock_timestamp()").query(OffsetDateTime.class).single();
        return Duration.between(database.toInstant(), now).abs();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException("Shaodao does not start: " + otherwise + ".");
        }
    }
}
