package org.shaodao.bench;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.shaodao.casefile.Receipt;
import org.shaodao.inbox.InboxView;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.ViewBehind;
import org.shaodao.view.Views;

/** How soon after the answer to a step a reader of the inbox sees it, while steps go on at a rate. */
final class Visibility {
    private static final String INBOX = new InboxView().name();
    private static final int CLIENTS = 16;

    /** So many steps a second are looked for, of all that are taken. */
    private static final double LOOKED_FOR_PER_SECOND = 100;

    private static final double NANOS_PER_MILLI = 1e6;

    private final Product product;
    private final Load load;
    private final Views views;
    private final Queue<Latencies> seen = new ConcurrentLinkedQueue<>();

    Visibility(Product product, Load load) {
        this.product = product;
        this.load = load;
        this.views = product.bean(Views.class);
    }

    /** A round whose latencies are those from the answer until the step is seen. */
    Round of(double perSecond, long millis) throws Exception {
        AtomicLong answered = new AtomicLong();
        long every = Math.max(1, Math.round(perSecond / LOOKED_FOR_PER_SECOND));
        Round steps;
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            RealLife life = new RealLife(product.commands(), receipt -> {
                if (answered.incrementAndGet() % every == 0) {
                    long at = System.nanoTime();
                    var _ = readers.submit(() -> look(receipt, at));
                }
            });
            steps = load.open(CLIENTS, millis, perSecond, life::begin, () -> Map.of("behind", (double) product.lag()));
        }
        product.awaitViews();
        return new Round(
                steps.commands(),
                steps.seconds(),
                steps.applicationMicros(),
                steps.databaseMicros(),
                Latencies.millis(0.5, seen),
                Latencies.millis(0.99, seen),
                steps.more());
    }

    private void look(Receipt receipt, long at) {
        try {
            views.read(INBOX, new NotOlderThan(receipt.caseId(), receipt.version()), jdbc -> true);
        } catch (ViewBehind late) {
            System.err.printf("not seen after %.0f ms%n", (System.nanoTime() - at) / NANOS_PER_MILLI);
        }
        Latencies one = new Latencies();
        one.add(System.nanoTime() - at);
        seen.add(one);
    }
}
