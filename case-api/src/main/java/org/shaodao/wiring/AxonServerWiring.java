package org.shaodao.wiring;

import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.shaodao.axonserver.AxonServerLine;
import org.shaodao.axonserver.AxonServerSettings;
import org.shaodao.axonserver.Outcomes;
import org.shaodao.axonserver.TranslatingBus;
import org.shaodao.axonserver.WireSerializer;
import org.shaodao.nodes.Nodes;
import org.shaodao.remembered.RememberedCases;
import org.shaodao.view.EventsOfCases;
import org.shaodao.view.Recorded;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Events in Axon Server, which also brings the steps of one aggregate to one node. Views stay in PostgreSQL. No command
 * handler touches a database: what it did there would not be one with its events.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${shaodao.axon-server.servers:}' != ''")
@EnableConfigurationProperties(AxonServerSettings.class)
class AxonServerWiring {
    @Bean(initMethod = "open", destroyMethod = "close")
    AxonServerLine axonServerLine(AxonServerSettings settings, Nodes nodes) {
        return new AxonServerLine(settings, nodes.self());
    }

    @Bean
    EventStore eventStore(AxonServerLine line, Serializer serializer, RememberedCases remembered) {
        EventStore store = AxonServerEventStore.builder()
                .configuration(line.configuration())
                .platformConnectionManager(line.manager())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .snapshotFilter(SnapshotFilter.rejectAll())
                .upcasterChain(NoOpEventUpcaster.INSTANCE)
                .build();
        var _ = store.registerDispatchInterceptor(remembered.watch());
        return store;
    }

    @Bean
    EventsOfCases eventsOfCases(EventStore eventStore) {
        return versions -> versions.entrySet().stream()
                .flatMap(upTo -> eventStore
                        .readEvents(upTo.getKey().toString())
                        .asStream()
                        .map(Recorded::of)
                        .filter(event -> event.version() <= upTo.getValue()))
                .toList();
    }

    /** Left by {@link TakingSteps}. */
    @Bean(initMethod = "start", destroyMethod = "shutdownDispatching", defaultCandidate = false)
    AxonServerCommandBus axonServerCommandBus(AxonServerLine line, RememberedCases remembered) {
        return AxonServerCommandBus.builder()
                .configuration(line.configuration())
                .axonServerConnectionManager(line.manager())
                .localSegment(new TranslatingBus(EventWiring.bus(remembered), Outcomes::packed))
                .serializer(new WireSerializer())
                .routingStrategy(EventWiring::target)
                .build();
    }

    @Bean
    CommandBus commandBus(@Qualifier("axonServerCommandBus") AxonServerCommandBus bus) {
        return new TranslatingBus(bus, Outcomes::unpacked);
    }

    /** Whether a step taken now would be stored. */
    @Bean
    HealthIndicator appendHealthIndicator(AxonServerLine line) {
        return () -> (line.isConnected() ? Health.up() : Health.down()).build();
    }
}
