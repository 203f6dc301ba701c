package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.shaodao.documents.VersionRef;

/**
 * The clocks that a step started, and by what: a later version of either document never changes them silently.
 *
 * @param at when they started: when the step was recorded, so that nobody can backdate another's clock
 * @param pack the policy pack that says how long they are
 * @param calendar by which working time was counted
 */
public record StartedClocks(Instant at, VersionRef pack, VersionRef calendar, List<StartedClock> started) {
    public StartedClocks {
        started = List.copyOf(started);
    }
}
