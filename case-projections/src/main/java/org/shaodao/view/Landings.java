package org.shaodao.view;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes readers that wait for a case when this node has projected it. */
final class Landings {
    private final Set<Expectation> expected = ConcurrentHashMap.newKeySet();

    /** Register before looking, so that nothing arrives unseen between the look and the wait. */
    Expectation expect(NotOlderThan minimum) {
        Expectation expectation = new Expectation(minimum);
        expected.add(expectation);
        return expectation;
    }

    /** Called after a batch was committed. */
    void landed(Map<UUID, Long> versions) {
        for (Expectation expectation : expected) {
            Long version = versions.get(expectation.minimum.caseId());
            if (version != null && version >= expectation.minimum.version()) {
                expectation.signal.release();
            }
        }
    }

    final class Expectation implements AutoCloseable {
        private final NotOlderThan minimum;
        private final Semaphore signal = new Semaphore(0);

        private Expectation(NotOlderThan minimum) {
            this.minimum = minimum;
        }

        void await(Duration atMost) throws InterruptedException {
            if (signal.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                signal.drainPermits();
            }
        }

        @Override
        public void close() {
            expected.remove(this);
        }
    }
}
