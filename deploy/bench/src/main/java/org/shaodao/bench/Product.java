package org.shaodao.bench;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.shaodao.ShaodaoApplication;
import org.shaodao.clocks.DeadlineReviser;
import org.shaodao.clocks.DeadlineWatcher;
import org.shaodao.reactions.Reactions;
import org.shaodao.view.ViewRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real product, started in this process with the city of its demonstration. */
final class Product {
    /** Megabytes, as {@code deploy/shaodao} gives an installation. */
    static final int HEAP = 512;

    private static final long LOOK_AGAIN_MILLIS = 20;

    private final Database events;
    private final ConfigurableApplicationContext context;

    private Product(Database events, ConfigurableApplicationContext context) {
        this.events = events;
        this.context = context;
    }

    /**
     * Starts it.
     *
     * @param arguments as {@link #arguments(Server.Installation)}
     */
    static Product start(String... arguments) {
        Database events = Database.of(arguments);
        return new Product(
                events,
                SpringApplication.run(
                        ShaodaoApplication.class,
                        "--shaodao.database.url=" + events.url(),
                        "--shaodao.database.vault-url=" + arguments[4],
                        "--shaodao.database.user=" + events.user(),
                        "--shaodao.database.password=" + events.password(),
                        "--shaodao.data=" + arguments[5],
                        "--shaodao.demo=true",
                        "--shaodao.demo-weeks=0",
                        // The bench is one caller that stands for a city.
                        "--shaodao.limits.per-key=100000000",
                        "--server.port=0"));
    }

    Database events() {
        return events;
    }

    CommandGateway commands() {
        return bean(CommandGateway.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Object bean(String name) {
        return context.getBean(name);
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Nobody asks the cases anything of their own accord any more. */
    Product withoutReactions() {
        bean(DeadlineWatcher.class).stop();
        bean(DeadlineReviser.class).stop();
        bean(Reactions.class).stop();
        return this;
    }

    /** Nothing is projected any more. */
    Product withoutViews() {
        bean(ViewRegistry.class).close();
        return this;
    }

    /** Events that the view furthest behind has still to project. */
    long lag() {
        return bean(ViewRegistry.class).status().stream()
                .flatMap(view -> Stream.concat(view.live().stream(), view.building().stream()))
                .mapToLong(generation -> generation.progress().lag())
                .max()
                .orElse(Long.MAX_VALUE);
    }

    /** Returns when every view knows everything. */
    void awaitViews() throws InterruptedException {
        while (lag() > 0) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** What {@link #start} takes. */
    static List<String> arguments(Server.Installation installation) {
        return Stream.concat(
                        installation.events().arguments().stream(),
                        Stream.of(
                                installation.vault().url(), installation.data().toString()))
                .toList();
    }
}
