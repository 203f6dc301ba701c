package org.shaodao.clocks;

import java.time.Duration;
import java.time.Instant;
import org.shaodao.view.ViewRegistry;
import org.springframework.stereotype.Component;

/**
 * How far the list of clocks may be behind the log before nobody goes by it: from it the watcher cannot tell what has
 * passed, and health must not say that somebody watches.
 */
@Component
class ClocksLag {
    private static final Duration MOST_BEHIND = Duration.ofSeconds(2);

    private final ViewRegistry views;
    private Instant upToDate = Instant.EPOCH;
    private long headThen = Long.MAX_VALUE;

    ClocksLag(ViewRegistry views) {
        this.views = views;
    }

    /** Whether the list has not reached for too long what the log was when it was last known to be up to date. */
    synchronized boolean tooFarBehind(Instant now) {
        var live = views.status(ClocksView.NAME).live();
        if (live.isEmpty()) {
            return true;
        }
        var progress = live.get().progress();
        boolean firstLook = headThen == Long.MAX_VALUE;
        if (progress.done() >= (firstLook ? progress.head() : headThen)) {
            headThen = progress.head();
            upToDate = now;
            return false;
        }
        if (firstLook) {
            headThen = progress.head();
        }
        return upToDate.plus(MOST_BEHIND).isBefore(now);
    }
}
