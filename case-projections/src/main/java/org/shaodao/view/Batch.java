package org.shaodao.view;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The events that one transaction projects, in the order of the log. All events of a case come to the same segment.
 *
 * @param segment which of the streams that fill the view side by side brings the batch: a counter that cases of several
 *     segments add to has a row per segment, so that they never wait for each other
 */
public record Batch(int segment, List<Recorded> events) {
    /** The cases spoken of, each once. */
    public Set<UUID> cases() {
        Set<UUID> cases = new LinkedHashSet<>();
        events.forEach(e -> cases.add(e.caseId()));
        return cases;
    }

    /** The version up to which the batch brings each case. */
    SortedMap<UUID, Long> versions() {
        SortedMap<UUID, Long> versions = new TreeMap<>();
        events.forEach(e -> versions.put(e.caseId(), e.version()));
        return versions;
    }
}
