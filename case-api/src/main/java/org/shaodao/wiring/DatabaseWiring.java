package org.shaodao.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.shaodao.casefile.CaseNumbers;
import org.shaodao.eventstore.AppendConnections;
import org.shaodao.eventstore.EventClock;
import org.shaodao.postgres.EmbeddedPostgresServer;
import org.shaodao.vault.EpochKeys;
import org.shaodao.vault.RetrievalCodes;
import org.shaodao.vault.Secrets;
import org.shaodao.vault.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two databases and what is kept outside them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ShaodaoSettings.class)
class DatabaseWiring {
    private static final int EVENT_CONNECTIONS = 12;
    private static final int VAULT_CONNECTIONS = 4;

    /** The one that asks what time it is. A demonstration of some weeks stands in the past until it has lived them. */
    @Bean
    CityTime cityTime(ShaodaoSettings settings) {
        Clock clock = Clock.systemUTC();
        if (!settings.demo() || settings.demoWeeks() == 0) {
            return CityTime.now(clock);
        }
        Instant begin = clock.instant().minus(Duration.ofDays(7L * settings.demoWeeks()));
        Instant lived = DemoPast.in(settings.secrets())
                .orElseGet(() -> new DemoPast(begin, begin))
                .lived();
        return lived == null ? CityTime.now(clock) : CityTime.standingAt(clock, lived);
    }

    /** The city's. */
    @Bean
    ZoneId zone(ShaodaoSettings settings) {
        return settings.zone();
    }

    @Bean
    Clock clock(CityTime time) {
        return EventClock.use(time.clock());
    }

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(ShaodaoSettings settings) {
        ShaodaoSettings.Database own = settings.database();
        if (own != null) {
            return new DatabaseServer(own, () -> {});
        }
        EmbeddedPostgresServer server =
                EmbeddedPostgresServer.start(settings.data().toAbsolutePath());
        return new DatabaseServer(
                new ShaodaoSettings.Database(server.eventsUrl(), server.vaultUrl(), server.user(), server.password()),
                server::close);
    }

    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseServer server) {
        HikariConfig events = pool("events", server.address().url(), server.address(), EVENT_CONNECTIONS);
        // What nobody waits for any more, the server need not finish.
        events.setConnectionInitSql("set statement_timeout = '15s'");
        return new HikariDataSource(events);
    }

    /**
     * A migration takes as long as it takes, and may have to wait for another node's. No bean of its own: health would
     * ask it too, and wait as patiently.
     */
    @Bean
    FlywayConfigurationCustomizer patientMigration(DatabaseServer server) {
        PGSimpleDataSource migration = new PGSimpleDataSource();
        migration.setURL(server.address().url());
        migration.setUser(server.address().user());
        migration.setPassword(server.address().password());
        migration.setApplicationName("shaodao-migration");
        return flyway -> flyway.dataSource(migration);
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource vaultDataSource(DatabaseServer server) {
        return new HikariDataSource(pool("vault", server.address().vaultUrl(), server.address(), VAULT_CONNECTIONS));
    }

    @Bean
    AppendConnections appendConnections(DatabaseServer server) {
        ShaodaoSettings.Database address = server.address();
        return AppendConnections.direct(address.url(), address.user(), address.password());
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Secrets secrets(ShaodaoSettings settings) {
        return new Secrets(settings.secrets());
    }

    @Bean
    Vault vault(
            DataSource dataSource,
            @Qualifier("vaultDataSource") DataSource vaultDataSource,
            ShaodaoSettings settings,
            Secrets secrets,
            Clock clock) {
        SelfCheck.requireTwoDatabases(dataSource, vaultDataSource);
        return new Vault(vaultDataSource, new EpochKeys(settings.secrets()), secrets, clock);
    }

    @Bean
    RetrievalCodes retrievalCodes(Secrets secrets) {
        return new RetrievalCodes(secrets);
    }

    @Bean
    CaseNumbers caseNumbers(DataSource dataSource, ShaodaoSettings settings, Clock clock) {
        return new CaseNumbers(dataSource, settings.city(), settings.zone(), clock);
    }

    private static HikariConfig pool(String name, String url, ShaodaoSettings.Database address, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(5_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "shaodao-" + name);
        // A server that fell silent costs a request less than the appender's own patience.
        config.addDataSourceProperty("socketTimeout", "20");
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }

    /** Where the databases are, and how to end a server that is ours. */
    record DatabaseServer(ShaodaoSettings.Database address, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
