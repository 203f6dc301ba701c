package org.shaodao.bench;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Contestant {@code projected}: the whole product. Nobody takes a step while a view is far behind, and a round ends when
 * every view knows every event, so that its commands per second are those the views keep up with. Asked further it
 * tells how soon a step is seen.
 */
final class RunProjected {
    static final String LAG = "lag";

    /** In events. */
    private static final long FAR_BEHIND = 1_000;

    private static final long LOOK_AGAIN_MILLIS = 50;

    private final Product product;
    private final Load load;
    private boolean farBehind;

    private RunProjected(Product product) {
        this.product = product;
        this.load = Load.here(product.events());
    }

    /** @param arguments as {@link Product#arguments} */
    public static void main(String[] arguments) throws Exception {
        RunProjected projected = new RunProjected(Product.start(arguments));
        Contest.answer(projected::answer);
    }

    private Object answer(String[] words) throws Exception {
        return switch (words[0]) {
            case Contest.RUN -> run(Integer.parseInt(words[1]), Long.parseLong(words[2]));
            case LAG -> new Visibility(product, load).of(Double.parseDouble(words[1]), Long.parseLong(words[2]));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private Round run(int clients, long millis) throws Exception {
        try (ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor()) {
            var _ = lookout.scheduleWithFixedDelay(this::look, 0, LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            RealLife life = new RealLife(product.commands(), receipt -> {});
            Life patient =
                    () -> life.begin().stream().map(this::unlessFarBehind).toList();
            Round round = load.closed(clients, millis, patient, this::caughtUp);
            lookout.shutdownNow();
            return round;
        }
    }

    private void look() {
        try {
            tell(product.lag() > FAR_BEHIND);
        } catch (RuntimeException e) {
            System.err.println("How far views are could not be asked: " + e);
        }
    }

    private synchronized void tell(boolean far) {
        farBehind = far;
        notifyAll();
    }

    private Life.Step unlessFarBehind(Life.Step step) {
        return () -> {
            awaitViews();
            step.take();
        };
    }

    /** Waits without looking: what those who wait cost would be counted as the product's. */
    private synchronized void awaitViews() throws InterruptedException {
        while (farBehind) {
            wait();
        }
    }

    private Map<String, Double> caughtUp() throws InterruptedException {
        double behind = product.lag();
        long begin = System.nanoTime();
        product.awaitViews();
        return Map.of("behind", behind, "caught up s", (System.nanoTime() - begin) / 1e9);
    }
}
