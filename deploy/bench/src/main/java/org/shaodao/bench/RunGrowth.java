package org.shaodao.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.shaodao.history.EntryOrder;
import org.shaodao.history.Histories;
import org.shaodao.inbox.Inbox;
import org.shaodao.inbox.InboxQuery;
import org.shaodao.inbox.InboxTab;
import org.shaodao.sla.Count;
import org.shaodao.sla.Grouping;
import org.shaodao.sla.Sla;
import org.shaodao.sla.SlaQuery;

/** The product in a town that grows: how long its readers wait, how fast its views are built anew, and what
 * the product needs to remember. */
final class RunGrowth {
    static final String GROW = "grow";
    static final String READ = "read";
    static final String HEAP = "heap";
    static final String BUILD = "build";
    static final String BUILD_PLAINLY = "build-plainly";

    private static final List<InboxTab> TABS = List.of(InboxTab.values());
    private static final int PAGE = 50;
    private static final long LONG_ENOUGH_TO_BEGIN = 200;
    private static final double BYTES_PER_MIB = 1024 * 1024;

    private final Product product;
    private final Town town;
    private int cases = 1;

    private RunGrowth(Product product, Town town) {
        this.product = product;
        this.town = town;
    }

    /** @param arguments as {@link Product#arguments} */
    public static void main(String[] arguments) throws Exception {
        Product product = Product.start(arguments).withoutReactions();
        UUID first = Ids.next();
        for (Life.Step step : new RealLife(product.commands(), receipt -> {}).fewSteps(first)) {
            step.take();
        }
        RunGrowth growth = new RunGrowth(product, new Town(product.events(), first));
        Contest.answer(growth::answer);
    }

    private Object answer(String[] words) throws Exception {
        return switch (words[0]) {
            case GROW -> grow(Integer.parseInt(words[1]));
            case READ -> read(words[1], Integer.parseInt(words[2]));
            case HEAP -> heap();
            case BUILD -> new Rebuild(product).by(words[1]);
            case BUILD_PLAINLY -> new PlainRebuild(product).by(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    /**
     * A town that has grown.
     *
     * @param eventsPerLife of a whole one
     * @param events that came
     * @param storedSeconds until they were stored
     * @param knownSeconds until every view knew them, all views at once, from the first on
     */
    record Grown(int eventsPerLife, long events, double storedSeconds, double knownSeconds) {}

    /** Until there are so many cases, and every view knows them. */
    private Grown grow(int until) throws Exception {
        long begin = System.nanoTime();
        long events = town.add(cases, until);
        cases = until;
        double stored = (System.nanoTime() - begin) / 1e9;
        product.awaitViews();
        double known = (System.nanoTime() - begin) / 1e9;
        product.events().execute("vacuum analyze");
        return new Grown(town.eventsOfALife(), events, stored, known);
    }

    /** A reader who asks so often, one thing after the other; as often once more before it counts. */
    private Round read(String what, int times) throws Exception {
        Load load = Load.here(product.events());
        int[] asked = {0};
        Life reader = () -> IntStream.range(0, times)
                .<Life.Step>mapToObj(i -> () -> look(what, asked[0]++))
                .toList();
        load.closed(1, LONG_ENOUGH_TO_BEGIN, reader, Map::of);
        return load.closed(1, LONG_ENOUGH_TO_BEGIN, reader, Map::of);
    }

    private void look(String what, int i) {
        switch (what) {
            case "inbox" -> {
                InboxTab tab = TABS.get(i % TABS.size());
                product.bean(Inbox.class).page(InboxQuery.of(LifeTemplate.Copy.lead(i), tab, PAGE), null);
            }
            case "dashboard" -> {
                LocalDate month =
                        LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).minusMonths(1);
                product.bean(Sla.class)
                        .by(
                                new SlaQuery(month, month.plusMonths(1), null, null, null, null),
                                i % 2 == 0 ? null : Grouping.UNIT,
                                EnumSet.allOf(Count.class));
            }
            case "history" -> {
                List<UUID> some = town.some();
                product.bean(Histories.class)
                        .entries(some.get(i * 7 % some.size()), EntryOrder.OLDEST_FIRST, null, PAGE, null);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    /** Mebibytes that are still needed when everything else was thrown away. */
    private static double heap() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            Thread.sleep(200);
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / BYTES_PER_MIB;
    }
}
