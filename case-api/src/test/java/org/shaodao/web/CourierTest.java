package org.shaodao.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.ObservationRegistry;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseFile;
import org.shaodao.casefile.IntakeCommand;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.casefile.Receipt;
import org.shaodao.casefile.Sample;
import org.shaodao.casefile.SampleRules;
import org.shaodao.documents.Rulebook;

/** The same request at two nodes at the same moment: the slower one decides again upon what the faster one stored. */
class CourierTest {
    private final FasterNode store = new FasterNode();
    private final Configuration axon = DefaultConfigurer.defaultConfiguration(false)
            .configureEmbeddedEventStore(configuration -> store)
            .registerComponent(Rulebook.class, configuration -> SampleRules.at(Sample.MORNING, SampleRules.NO_CLOCKS))
            .configureAggregate(CaseFile.class)
            .buildConfiguration();
    private final Courier courier;

    CourierTest() {
        axon.start();
        courier = new Courier(axon.commandGateway(), ObservationRegistry.NOOP);
    }

    @AfterEach
    void stop() {
        axon.shutdown();
    }

    @Test
    void a_case_that_another_node_has_just_opened_is_answered_as_opened_once() {
        store.isFasterAt(0);

        Receipt receipt = courier.deliver(Sample.raise(), mark("raise"));

        assertThat(receipt).isEqualTo(new Receipt(Sample.CASE, Sample.NUMBER, 0L, null));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void a_step_that_another_node_has_just_taken_is_answered_as_taken_once() {
        courier.deliver(Sample.raise(), mark("raise"));
        store.isFasterAt(1);

        Receipt receipt = courier.deliver(
                new IntakeCommand.NotAccept(
                        Sample.CASE, Sample.OFFICER, Sample.minutes(2), LegalRoute.LITIGATION, Sample.words("已由法院受理")),
                mark("not-accept"));

        assertThat(receipt.version()).isEqualTo(1);
        assertThat(stored()).isEqualTo(2);
    }

    private long stored() {
        return store.readEvents(Sample.CASE.toString(), 0).asStream().count();
    }

    private static RequestMark mark(String commandId) {
        return new RequestMark(Sample.OFFICER, true, commandId, "hash", true, null, "api", UUID.randomUUID() + "");
    }

    /** Has the same request's events from elsewhere when it is asked to store them at this place. */
    private static final class FasterNode extends InMemoryEventStorageEngine {
        private long place = -1;

        void isFasterAt(long place) {
            this.place = place;
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            super.appendEvents(events);
            var first = (DomainEventMessage<?>) events.getFirst();
            if (first.getSequenceNumber() == place) {
                place = -1;
                String taken = "another node was faster at " + first.getSequenceNumber();
                if (first.getSequenceNumber() == 0) {
                    throw new AggregateStreamCreationException(taken);
                }
                throw new ConcurrencyException(taken);
            }
        }
    }
}
