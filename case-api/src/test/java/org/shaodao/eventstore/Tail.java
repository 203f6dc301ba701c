package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;

/** A reader that follows the log, as fast as it can, from place to place. */
final class Tail {
    private final TestStore store;
    private final List<String> seen = new ArrayList<>();
    private final Thread thread;
    private volatile boolean enough;
    private TrackingToken place;

    Tail(TestStore store) {
        this.store = store;
        this.thread = Thread.ofPlatform().start(() -> {
            while (!enough) {
                read();
            }
            read();
        });
    }

    private void read() {
        for (TrackedEventMessage<?> event : store.logAfter(place)) {
            seen.add(event.getIdentifier());
            place = event.trackingToken();
        }
    }

    /** It has seen every event once, in the order of the log: nothing ever turned up behind its back. */
    void assertSawEverythingInOrder() throws InterruptedException {
        enough = true;
        thread.join();
        assertThat(seen)
                .isEqualTo(store.sql
                        .sql("select event_id from es.event order by global_index")
                        .query(String.class)
                        .list());
    }
}
