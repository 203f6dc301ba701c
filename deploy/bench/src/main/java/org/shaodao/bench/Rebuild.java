package org.shaodao.bench;

import org.shaodao.view.ViewRegistry;
import org.shaodao.view.ViewStatus;

/** A view built anew by the product, from the order until it knows every event. */
final class Rebuild {
    private static final long LOOK_AGAIN_MILLIS = 20;

    private final ViewRegistry registry;

    Rebuild(Product product) {
        this.registry = product.bean(ViewRegistry.class);
    }

    /**
     * @param events how many there were, or the place of the last one
     * @param seconds how long it took
     */
    record Built(long events, double seconds) {}

    /** How long that takes for the view of this name. */
    Built by(String view) throws InterruptedException {
        long begin = System.nanoTime();
        int number = registry.rebuild(view);
        ViewStatus.GenerationStatus building = find(view, number);
        while (building.progress().lag() > 0) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
            building = find(view, number);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        while (registry.status(view).building().isPresent()) {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
        return new Built(building.progress().head(), seconds);
    }

    private ViewStatus.GenerationStatus find(String view, int number) {
        return registry.status(view).generations().stream()
                .filter(generation -> generation.number() == number)
                .findFirst()
                .orElseThrow();
    }
}
