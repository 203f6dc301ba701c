package org.shaodao.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.eventstore.EventTables;
import org.shaodao.history.Histories;
import org.shaodao.history.HistoryView;
import org.shaodao.inbox.Inbox;
import org.shaodao.inbox.InboxView;
import org.shaodao.view.View;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.ViewSettings;
import org.shaodao.view.ViewStatus;
import org.shaodao.view.Views;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The read models, kept filled, and the queries on them. */
@Configuration(proxyBeanMethods = false)
class ViewWiring {
    private static final List<View> VIEWS = List.of(new InboxView(), new HistoryView());

    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOnDatabaseInitialization
    ViewRegistry viewRegistry(
            EventStore eventStore, JdbcTokenStore tokenStore, DataSourceTransactionManager transactions, Clock clock) {
        return new ViewRegistry(
                VIEWS, eventStore, tokenStore, EventTables.tokens(), transactions, clock, ViewSettings.DEFAULT);
    }

    @Bean
    Views views(ViewRegistry registry) {
        return new Views(registry);
    }

    @Bean
    Inbox inbox(Views views) {
        return new Inbox(views);
    }

    @Bean
    Histories histories(Views views) {
        return new Histories(views);
    }

    @Bean
    MeterBinder viewMetrics(ViewRegistry registry) {
        return meters -> VIEWS.forEach(view -> lag(registry, view.name(), meters));
    }

    private static void lag(ViewRegistry registry, String view, MeterRegistry meters) {
        Gauge.builder(
                        "shaodao.view.lag",
                        () -> registry.status(view)
                                .live()
                                .map(ViewStatus.GenerationStatus::progress)
                                .map(progress -> progress.lag())
                                .orElse(0L))
                .tag("view", view)
                .baseUnit("events")
                .description("Events the live generation of a view is behind the log")
                .register(meters);
    }
}
