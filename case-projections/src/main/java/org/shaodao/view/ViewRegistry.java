package org.shaodao.view;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps every view filled on this node. What should run stands in a table that all nodes follow: about once a second it
 * is compared with what runs here, a generation that has caught up is made the live one, and one that nobody reads any
 * longer is dropped. So a rebuild goes on wherever a node stops, and needs no node in particular.
 */
public final class ViewRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViewRegistry.class);

    private final Map<String, View> views = new LinkedHashMap<>();
    private final ViewSettings settings;
    private final JdbcClient jdbc;
    private final DataSourceTransactionManager transactions;
    private final Generations generations;
    private final Processors processors;
    private final Lookout lookout;
    private final Upkeep upkeep;
    private final Landings landings = new Landings();
    private final KnownCases known;
    private final SetAside setAside;
    private final SecondTry secondTry;
    private final ScheduledThreadPoolExecutor loop = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("view-registry-", 0).factory());

    /**
     * @param log where the events come from
     * @param events where those of some cases are found again
     * @param tokenStore on the same database as the views; its content is text
     * @param tokenSchema the one the token store was built with; the table is named with its schema
     * @param transactions of the database of the views: rows and token are written under it
     * @param nodes how many nodes share the work, this one among them
     */
    public ViewRegistry(
            Collection<? extends View> views,
            EventStore log,
            EventsOfCases events,
            JdbcTokenStore tokenStore,
            TokenSchema tokenSchema,
            DataSourceTransactionManager transactions,
            Clock clock,
            IntSupplier nodes,
            ViewSettings settings) {
        for (View view : views) {
            if (!view.name().matches("[a-z]{1,40}")
                    || view.name().equals(Generation.CONVOY)
                    || this.views.put(view.name(), view) != null) {
                throw new IllegalArgumentException("Not a name for one view: " + view.name());
            }
        }
        DataSource database = Objects.requireNonNull(transactions.getDataSource());
        this.settings = settings;
        this.transactions = transactions;
        this.jdbc = JdbcClient.create(database);
        this.known = new KnownCases(events);
        Tokens tokens = new Tokens(jdbc, tokenStore, tokenSchema);
        this.generations = new Generations(jdbc, new TransactionTemplate(transactions), log, tokens, clock);
        this.processors = new Processors(
                log, tokenStore, transactions, jdbc, landings, known, clock, nodes, settings.batchSize());
        this.lookout = new Lookout(log, jdbc, tokens, processors);
        this.upkeep = new Upkeep(generations, lookout, clock, settings.grace());
        this.setAside = new SetAside(jdbc, clock);
        this.secondTry = new SecondTry(log, new TransactionTemplate(transactions), setAside, landings);
    }

    /** Begins to follow the log. A view that is new, or whose revision is, starts being built. */
    public void start() {
        views.values().forEach(generations::provide);
        reconcile();
        long every = settings.reconcile().toMillis();
        var _ = loop.scheduleWithFixedDelay(this::reconcileOrSayWhyNot, every, every, TimeUnit.MILLISECONDS);
    }

    /** Finishes the batches under way and gives up this node's claims, so that another node goes on at once. */
    @Override
    public void close() {
        loop.shutdown();
        synchronized (this) {
            processors.stop();
        }
    }

    /**
     * Builds the view anew beside the live one; readers are turned to it when it has caught up.
     *
     * @return the number of the new generation
     * @throws AlreadyBuilding if one is being built
     */
    public int rebuild(String view) {
        int number = generations.build(view(view));
        loop.execute(this::reconcileOrSayWhyNot);
        return number;
    }

    /**
     * Gives up the generation that is being built; without one nothing happens. Where there is no other that this
     * program can read, the next one is begun at once.
     */
    public void cancelRebuild(String view) {
        generations.cancel(view(view));
        generations.provide(view(view));
        loop.execute(this::reconcileOrSayWhyNot);
    }

    /** Whether a view goes by this name. */
    public boolean has(String name) {
        return views.containsKey(name);
    }

    /** Cases that views could not be told of, the oldest first; at most some thousand. */
    public List<CaseSetAside> setAside() {
        return setAside.all();
    }

    /**
     * Tells a view once more what it could not be told of a case, and all that came after it.
     *
     * @return whether the view has it now
     */
    public boolean tryAgain(String name, UUID caseId) {
        View view = view(name);
        return generations.all().stream()
                .filter(generation -> generation.view().equals(name)
                        && generation.revision() == view.builtAs()
                        && !generation.is(GenerationState.RETIRED))
                .map(generation ->
                        secondTry.tell(new Teller(List.of(new Filling(generation, view)), jdbc, known), caseId))
                .reduce(true, Boolean::logicalAnd);
    }

    /** Brings this node in line with the table of generations, and the table forward where something is due. */
    public synchronized void reconcile() {
        List<Generation> all = generations.all();
        upkeep.drop(all);
        List<Filling> fillings =
                all.stream().flatMap(generation -> filling(generation).stream()).toList();
        List<Generation> strange = all.stream()
                .filter(generation ->
                        generation.convoy() != null && filling(generation).isEmpty())
                .toList();
        Map<String, List<Filling>> wanted = fillings.stream()
                .collect(Collectors.groupingBy(
                        filling -> filling.generation().processor(), LinkedHashMap::new, Collectors.toList()));
        strange.forEach(generation -> wanted.remove(generation.processor()));
        processors.runExactly(wanted, this::leaveConvoy);
        if (upkeep.changes(fillings, strange)) {
            reconcile();
        }
    }

    private Optional<Filling> filling(Generation generation) {
        View view = views.get(generation.view());
        return view == null || generation.is(GenerationState.RETIRED) || view.builtAs() != generation.revision()
                ? Optional.empty()
                : Optional.of(new Filling(generation, view));
    }

    private void leaveConvoy(Generation generation) {
        loop.execute(() -> {
            if (upkeep.leave(List.of(generation))) {
                LOG.warn("{} goes on alone, so that the other views need not wait for it", generation.name());
                reconcileOrSayWhyNot();
            }
        });
    }

    /** Every view with its generations, how far each has come and what keeps it. */
    public List<ViewStatus> status() {
        return lookout.status(views.values(), generations.all());
    }

    /** One view of {@link #status()}. */
    public ViewStatus status(String view) {
        return lookout.status(List.of(view(view)), generations.all()).getFirst();
    }

    View view(String name) {
        View view = views.get(name);
        if (view == null) {
            throw new IllegalArgumentException("No view is called " + name);
        }
        return view;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    DataSourceTransactionManager transactions() {
        return transactions;
    }

    KnownCases known() {
        return known;
    }

    Landings landings() {
        return landings;
    }

    ViewSettings settings() {
        return settings;
    }

    private void reconcileOrSayWhyNot() {
        try {
            reconcile();
        } catch (RuntimeException e) {
            LOG.warn("Views could not be brought in line; tried again in {}", settings.reconcile(), e);
        }
    }
}
