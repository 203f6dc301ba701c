package org.shaodao.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.shaodao.eventstore.AppendConnections;
import org.shaodao.eventstore.AppendLimits;
import org.shaodao.eventstore.Appender;
import org.shaodao.eventstore.AppendingEventStorageEngine;
import org.shaodao.eventstore.SessionTimeouts;
import org.shaodao.eventstore.StoredNames;
import org.shaodao.eventstore.StoredNamesSerializer;
import org.shaodao.eventstore.WakeableEventStore;
import org.shaodao.fact.Requests;
import org.shaodao.remembered.RememberedCases;
import org.shaodao.remembered.SecondThoughts;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The same minimal aggregate on two engines. */
final class Engines {
    private static final int READ_BATCH = 1_000;
    private static final int REMEMBERED = 4_000;
    private static final CorrelationDataProvider CARRIED =
            command -> List.of(Requests.COMMAND_ID, Requests.REQUEST_HASH, Requests.CHANNEL, Requests.TRACE).stream()
                    .collect(Collectors.toMap(key -> key, command.getMetaData()::get));

    private Engines() {}

    /** One way of writing events for all, so that only the engines differ. */
    static Serializer serializer() {
        return new StoredNamesSerializer(new StoredNames(List.of(MinimalCase.Happened.class)));
    }

    /** As {@code EventWiring} puts the product's parts together. */
    static CommandGateway ours(Database database, HikariDataSource pool) {
        Serializer serializer = serializer();
        var meters = new SimpleMeterRegistry();
        Appender appender = Appender.start(
                AppendConnections.direct(database.url(), database.user(), database.password()),
                AppendLimits.DEFAULT,
                SessionTimeouts.DEFAULT,
                meters);
        var engine =
                new AppendingEventStorageEngine(pool, appender, serializer, NoOpEventUpcaster.INSTANCE, READ_BATCH);
        var remembered = new RememberedCases(REMEMBERED, meters);
        EventStore store = WakeableEventStore.over(engine, WakeableEventStore.sizes());
        var _ = store.registerDispatchInterceptor(remembered.watch());
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(CARRIED));
        return started(with(serializer)
                .configureTransactionManager(axon -> NoTransactionManager.INSTANCE)
                .configureCommandBus(axon -> new SecondThoughts(bus, remembered))
                .configureEventStore(axon -> store)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(MinimalCase.class)
                        .configureCache(axon -> remembered)
                        .configureLockFactory(axon -> PessimisticLockFactory.usingDefaults())
                        .configureCommandTargetResolver(axon -> message -> new VersionedAggregateIdentifier(
                                ((MinimalCase.TakeStep) message.getPayload())
                                        .caseId()
                                        .toString(),
                                null))));
    }

    /** As Axon comes: its own tables, engine and bus, one transaction per command, nothing remembered. */
    static CommandGateway stock(HikariDataSource pool) {
        Serializer serializer = serializer();
        var transactions = new SpringTransactionManager(new DataSourceTransactionManager(pool));
        JdbcEventStorageEngine engine = JdbcEventStorageEngine.builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .connectionProvider(new SpringDataSourceConnectionProvider(pool))
                .transactionManager(transactions)
                .build();
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return started(with(serializer)
                .configureTransactionManager(axon -> transactions)
                .configureCorrelationDataProviders(axon -> List.of(CARRIED))
                .configureEventStore(axon ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureAggregate(MinimalCase.class));
    }

    private static Configurer with(Serializer serializer) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> serializer)
                .configureEventSerializer(axon -> serializer)
                .configureMessageSerializer(axon -> serializer);
    }

    private static CommandGateway started(Configurer configurer) {
        return configurer.start().commandGateway();
    }
}
