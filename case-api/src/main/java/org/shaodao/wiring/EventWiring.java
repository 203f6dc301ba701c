package org.shaodao.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.CasePairs;
import org.shaodao.casefile.PairCommand;
import org.shaodao.documents.DocumentEvent;
import org.shaodao.documents.Documents;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Library;
import org.shaodao.documents.Publish;
import org.shaodao.documents.Rulebook;
import org.shaodao.eventstore.EventTables;
import org.shaodao.eventstore.StoredNames;
import org.shaodao.eventstore.StoredNamesSerializer;
import org.shaodao.fact.Requests;
import org.shaodao.nodes.Nodes;
import org.shaodao.remembered.RememberedCases;
import org.shaodao.remembered.SecondThoughts;
import org.springframework.context.annotation.Bean;

/**
 * Axon by hand, part by part: with JDBC on Spring Boot 4 its own auto-configuration would leave events, tokens and
 * transactions to silent defaults. A waiting caller holds no connection: the command bus knows no transactions.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EventWiring {
    private static final int LOCK_ATTEMPTS = 500;
    private static final int LOCK_ATTEMPT_MILLIS = 10;
    private static final List<String> CARRIED_OVER =
            List.of(Requests.COMMAND_ID, Requests.REQUEST_HASH, Requests.CAUSATION, Requests.CHANNEL, Requests.TRACE);

    @Bean
    StoredNames storedNames() {
        return new StoredNames(List.of(CaseEvent.class, DocumentEvent.class));
    }

    @Bean
    Serializer serializer(StoredNames names) {
        return new StoredNamesSerializer(names);
    }

    @Bean
    RememberedCases rememberedCases(ShaodaoSettings settings, MeterRegistry meters) {
        return new RememberedCases(settings.rememberedCases(), meters);
    }

    @Bean
    JdbcTokenStore tokenStore(DataSource dataSource, Serializer serializer, Nodes nodes) {
        return JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .serializer(serializer)
                .schema(EventTables.tokens())
                .contentType(String.class)
                .nodeId(nodes.self())
                .build();
    }

    /** Decides on this node; where its commands come from is another matter. */
    static CommandBus bus(RememberedCases remembered) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .build();
        CorrelationDataProvider carried = command -> CARRIED_OVER.stream()
                .filter(command.getMetaData()::containsKey)
                .collect(Collectors.toMap(key -> key, command.getMetaData()::get));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(carried));
        return new SecondThoughts(bus, remembered);
    }

    /** Started by {@link TakingSteps}. */
    @Bean
    Configuration axon(
            CommandBus commandBus,
            EventStore eventStore,
            Serializer serializer,
            Rulebook rulebook,
            RememberedCases remembered) {
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> serializer)
                .configureEventSerializer(axon -> serializer)
                .configureMessageSerializer(axon -> serializer)
                .configureTransactionManager(axon -> NoTransactionManager.INSTANCE)
                .configureCommandBus(axon -> commandBus)
                .configureEventStore(axon -> eventStore)
                .registerComponent(Rulebook.class, axon -> rulebook)
                .registerCommandHandler(axon -> new CasePairs(axon.repository(CaseFile.class)))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(CaseFile.class)
                        .configureCache(axon -> remembered)
                        .configureLockFactory(axon -> turns())
                        .configureCommandTargetResolver(axon -> EventWiring::aggregate))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Library.class)
                        .configureLockFactory(axon -> turns())
                        .configureCommandTargetResolver(axon -> EventWiring::aggregate))
                .buildConfiguration();
    }

    private static VersionedAggregateIdentifier aggregate(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(target(command), null);
    }

    /** The aggregate a command is for; of two cases the one it is addressed to. */
    static String target(CommandMessage<?> command) {
        return switch (command.getPayload()) {
            case CaseCommand step -> step.caseId().toString();
            case PairCommand step -> step.caseId().toString();
            case Publish publish -> publish.stream().toString();
            default -> throw new IllegalArgumentException("A command for no aggregate: " + command.getPayloadType());
        };
    }

    @Bean
    Rulebook rulebook(Documents documents, Clock clock) {
        return new Rulebook() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public InForce inForce() {
                return documents.inForce(clock.instant());
            }
        };
    }

    @Bean
    Documents documents(EventStore eventStore, ShaodaoSettings settings) {
        return new Documents(eventStore, settings.policyPack());
    }

    /** Steps of one aggregate wait for each other, five seconds at most: an outage must not add up along the queue. */
    private static LockFactory turns() {
        return PessimisticLockFactory.builder()
                .acquireAttempts(LOCK_ATTEMPTS)
                .lockAttemptTimeout(LOCK_ATTEMPT_MILLIS)
                .build();
    }

    @Bean
    CommandGateway commandGateway(Configuration axon) {
        return axon.commandGateway();
    }
}
