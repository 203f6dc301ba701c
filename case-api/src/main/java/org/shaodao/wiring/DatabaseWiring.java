package org.shaodao.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
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

    @Bean
    Clock clock() {
        return EventClock.use(Clock.systemUTC());
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
        return pool("events", server.address().url(), server.address(), EVENT_CONNECTIONS);
    }

    @Bean(destroyMethod = "close", defaultCandidate = false)
    HikariDataSource vaultDataSource(DatabaseServer server) {
        return pool("vault", server.address().vaultUrl(), server.address(), VAULT_CONNECTIONS);
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

    private static HikariDataSource pool(String name, String url, ShaodaoSettings.Database address, int connections) {
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
        return new HikariDataSource(config);
    }

    /** Where the databases are, and how to end a server that is ours. */
    record DatabaseServer(ShaodaoSettings.Database address, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
