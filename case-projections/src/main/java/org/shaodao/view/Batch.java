package org.shaodao.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shaodao.casefile.CaseFacts;

/**
 * The events that one transaction projects, in the order of the log, each with what it changed. All events of a case
 * come to the same segment.
 *
 * @param segment which of the streams that fill the view side by side brings the batch: a counter that cases of several
 *     segments add to has a row per segment, so that they never wait for each other
 */
public record Batch(int segment, List<Change> changes) {
    static Batch of(int segment, List<Recorded> events, Map<UUID, CaseFacts> before, KnownCases known) {
        Map<UUID, CaseFacts> facts = new HashMap<>(before);
        List<Change> changes = new ArrayList<>();
        for (Recorded recorded : events) {
            CaseFacts earlier = facts.get(recorded.caseId());
            CaseFacts after = known.after(earlier, recorded);
            facts.put(recorded.caseId(), after);
            changes.add(new Change(recorded, earlier, after));
        }
        return new Batch(segment, List.copyOf(changes));
    }

    /** The events alone. */
    public List<Recorded> events() {
        return changes.stream().map(Change::recorded).toList();
    }
}
