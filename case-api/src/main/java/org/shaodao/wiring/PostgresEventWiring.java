package org.shaodao.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.shaodao.eventstore.AppendConnections;
import org.shaodao.eventstore.AppendLimits;
import org.shaodao.eventstore.Appender;
import org.shaodao.eventstore.AppendingEventStorageEngine;
import org.shaodao.eventstore.SessionTimeouts;
import org.shaodao.eventstore.WakeableEventStore;
import org.shaodao.nodes.Herald;
import org.shaodao.nodes.Nodes;
import org.shaodao.remembered.RememberedCases;
import org.shaodao.view.EventsOfCases;
import org.shaodao.view.Recorded;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Events in PostgreSQL: each node takes the steps it was asked for and stores them itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${shaodao.axon-server.servers:}' == ''")
class PostgresEventWiring {
    private static final int READ_BATCH = 1_000;

    @Bean(destroyMethod = "close")
    @DependsOnDatabaseInitialization
    Appender appender(AppendConnections connections, MeterRegistry meters) {
        return Appender.start(connections, AppendLimits.DEFAULT, SessionTimeouts.DEFAULT, meters);
    }

    @Bean
    AppendingEventStorageEngine storageEngine(DataSource dataSource, Appender appender, Serializer serializer) {
        return new AppendingEventStorageEngine(
                dataSource, appender, serializer, NoOpEventUpcaster.INSTANCE, READ_BATCH);
    }

    @Bean(destroyMethod = "shutDown")
    WakeableEventStore eventStore(AppendingEventStorageEngine engine, RememberedCases remembered) {
        WakeableEventStore store = WakeableEventStore.over(engine, WakeableEventStore.sizes());
        var _ = store.registerDispatchInterceptor(remembered.watch());
        return store;
    }

    @Bean
    EventsOfCases eventsOfCases(AppendingEventStorageEngine engine) {
        return versions ->
                engine.readEventsUpTo(versions).stream().map(Recorded::of).toList();
    }

    @Bean
    CommandBus commandBus(RememberedCases remembered) {
        return EventWiring.bus(remembered);
    }

    /** Whether a step taken now would be stored. */
    @Bean
    HealthIndicator appendHealthIndicator(Appender appender) {
        return () -> (appender.available() ? Health.up() : Health.down()).build();
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty("shaodao.database.url")
    Herald herald(AppendConnections connections, Nodes nodes, WakeableEventStore eventStore, MeterRegistry meters) {
        Herald herald = new Herald(connections, nodes, eventStore::lookNow, meters);
        eventStore.whenCommitted(herald::tellOthers);
        return herald;
    }
}
