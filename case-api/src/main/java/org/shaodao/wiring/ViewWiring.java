package org.shaodao.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.board.Board;
import org.shaodao.board.BoardView;
import org.shaodao.clocks.ClocksView;
import org.shaodao.clocks.RunningClocks;
import org.shaodao.console.Console;
import org.shaodao.console.ConsoleView;
import org.shaodao.disputes.Disputes;
import org.shaodao.disputes.DisputesView;
import org.shaodao.eventstore.EventTables;
import org.shaodao.history.Histories;
import org.shaodao.history.HistoryView;
import org.shaodao.inbox.Inbox;
import org.shaodao.inbox.InboxView;
import org.shaodao.nodes.Nodes;
import org.shaodao.returns.OwedResults;
import org.shaodao.returns.ReturnsView;
import org.shaodao.sla.FrozenPeriods;
import org.shaodao.sla.Sla;
import org.shaodao.sla.SlaView;
import org.shaodao.sla.Yardsticks;
import org.shaodao.view.EventsOfCases;
import org.shaodao.view.View;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.ViewSettings;
import org.shaodao.view.ViewStatus;
import org.shaodao.view.Views;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The read models, kept filled, and the queries on them. */
@Configuration(proxyBeanMethods = false)
class ViewWiring {
    @Bean
    List<View> allViews(Yardsticks yardsticks) {
        return List.of(
                new InboxView(),
                new HistoryView(),
                new ClocksView(),
                new DisputesView(),
                new ReturnsView(),
                new SlaView(yardsticks),
                new ConsoleView(),
                new BoardView());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    @DependsOnDatabaseInitialization
    ViewRegistry viewRegistry(
            @Qualifier("allViews") List<View> allViews,
            EventStore eventStore,
            EventsOfCases eventsOfCases,
            JdbcTokenStore tokenStore,
            DataSourceTransactionManager transactions,
            Clock clock,
            Nodes nodes,
            ShaodaoSettings settings) {
        if (settings.database() != null) {
            nodes.start(program(allViews));
        }
        return new ViewRegistry(
                allViews,
                eventStore,
                eventsOfCases,
                tokenStore,
                EventTables.tokens(),
                transactions,
                clock,
                nodes::alike,
                ViewSettings.DEFAULT);
    }

    /** Nodes of different versions may be at work at once, and fill different generations then. */
    private static String program(List<View> views) {
        return views.stream()
                .map(view -> view.name() + " " + view.builtAs())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Bean
    Views views(ViewRegistry registry) {
        return new Views(registry);
    }

    @Bean
    Inbox inbox(Views views, Clock clock, ShaodaoSettings settings) {
        return new Inbox(views, clock, settings.zone());
    }

    @Bean
    Histories histories(Views views) {
        return new Histories(views);
    }

    @Bean
    Disputes disputes(Views views) {
        return new Disputes(views);
    }

    @Bean
    OwedResults owedResults(Views views) {
        return new OwedResults(views);
    }

    @Bean
    Sla sla(Views views, FrozenPeriods periods, ShaodaoSettings settings, Clock clock) {
        return new Sla(views, periods, settings.zone(), clock);
    }

    @Bean
    Console console(Views views, ShaodaoSettings settings) {
        return new Console(views, settings.zone());
    }

    @Bean
    Board board(Views views) {
        return new Board(views);
    }

    @Bean
    RunningClocks runningClocks(Views views) {
        return new RunningClocks(views);
    }

    /**
     * Whether every view can be read as this version of the program reads it: a node of a new version gets its readers
     * when its generation is built. How far a view is behind is told, but takes no node out: all of them read the same
     * tables.
     */
    @Bean
    HealthIndicator viewsHealthIndicator(ViewRegistry registry) {
        return new AbstractHealthIndicator("the views cannot be asked") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                List<ViewStatus> views = registry.status();
                health.status(views.stream().allMatch(ViewWiring::readable) ? Status.UP : Status.OUT_OF_SERVICE);
                views.forEach(view -> view.live()
                        .ifPresent(live -> health.withDetail(
                                view.name(), Map.of("lag", live.progress().lag()))));
            }
        };
    }

    private static boolean readable(ViewStatus view) {
        return view.live().filter(live -> live.revision() == view.revision()).isPresent();
    }

    @Bean
    MeterBinder viewMetrics(@Qualifier("allViews") List<View> allViews, ViewRegistry registry) {
        return meters -> {
            allViews.forEach(view -> lag(registry, view.name(), meters));
            Gauge.builder("shaodao.view.aside", () -> registry.setAside().size())
                    .baseUnit("cases")
                    .description("Cases that views could not be told of and that wait to be tried again")
                    .register(meters);
        };
    }

    private static void lag(ViewRegistry registry, String view, MeterRegistry meters) {
        Gauge.builder("shaodao.view.lag", () -> lag(registry.status(view)))
                .tag("view", view)
                .baseUnit("events")
                .description("Events the live generation of a view is behind the log; NaN while there is none")
                .register(meters);
    }

    /** Nothing to read is not the same as nothing left to do. */
    static double lag(ViewStatus view) {
        return view.live().map(live -> (double) live.progress().lag()).orElse(Double.NaN);
    }
}
