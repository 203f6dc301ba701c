package org.shaodao.casefile;

import java.util.List;
import org.shaodao.documents.VersionRef;

/**
 * The clocks that a step started, and by what: a later version of either document never changes them silently.
 *
 * @param pack the policy pack that says how long they are
 * @param calendar by which working time was counted
 */
public record StartedClocks(VersionRef pack, VersionRef calendar, List<StartedClock> started) {
    public StartedClocks {
        started = List.copyOf(started);
    }
}
