package org.shaodao.wiring;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;
import org.shaodao.InPostgresql;
import org.shaodao.RunningProduct;
import org.shaodao.eventstore.StoredNames;
import org.shaodao.eventstore.StoredNamesSerializer;
import org.shaodao.eventstore.WakeableEventStore;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The parts of a running product pass; exchange one for another, and the start is refused. */
class SelfCheckPartsTest {
    private static final RunningProduct PRODUCT = RunningProduct.shared();

    private final DataSource database = PRODUCT.bean(DataSource.class);
    private final StoredNames names = PRODUCT.bean(StoredNames.class);
    private CommandBus commandBus = PRODUCT.bean(CommandBus.class);
    private EventStore eventStore = PRODUCT.bean(EventStore.class);
    private Serializer serializer = PRODUCT.bean(Serializer.class);
    private TokenStore tokens = PRODUCT.bean(TokenStore.class);
    private DataSourceTransactionManager transactions = PRODUCT.bean(DataSourceTransactionManager.class);
    private Clock clock = PRODUCT.bean(Clock.class);

    @Test
    void the_parts_of_the_product_pass() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void a_store_that_forgets_is_refused() {
        eventStore = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        assertRefused("events would go to");
    }

    @Test
    @InPostgresql
    void a_second_event_store_is_refused() {
        eventStore = WakeableEventStore.over(new InMemoryEventStorageEngine(), WakeableEventStore.sizes());
        assertRefused("two event stores are at work");
    }

    @Test
    void a_second_command_bus_is_refused() {
        commandBus = SimpleCommandBus.builder().build();
        assertRefused("commands would go elsewhere");
    }

    @Test
    void a_serializer_that_writes_class_names_is_refused() {
        serializer = JacksonSerializer.defaultSerializer();
        assertRefused("events would be stored under class names");
    }

    @Test
    void a_second_serializer_is_refused() {
        serializer = new StoredNamesSerializer(names);
        assertRefused("two serializers are at work");
    }

    @Test
    void a_token_store_that_forgets_is_refused() {
        tokens = new InMemoryTokenStore();
        assertRefused("views would forget their place at every restart");
    }

    @Test
    void a_transaction_manager_of_another_database_is_refused() {
        transactions = new DataSourceTransactionManager();
        assertRefused("views and their place would not be one transaction");
    }

    @Test
    void a_clock_that_is_not_the_databases_is_refused() {
        clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-7));
        assertRefused("clocks of application and database differ by PT");
    }

    private void assertRefused(String why) {
        ThrowingCallable start = this::check;
        assertThatThrownBy(start).isInstanceOf(IllegalStateException.class).hasMessageContaining(why);
    }

    private void check() {
        new SelfCheck(
                database,
                database,
                PRODUCT.bean(Configuration.class),
                commandBus,
                eventStore,
                serializer,
                tokens,
                transactions,
                names,
                clock,
                CityTime.now(clock));
    }
}
