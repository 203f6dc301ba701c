package org.shaodao.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.shaodao.view.Recorded;
import org.springframework.stereotype.Component;

/** Reads a case from the log itself: what views made of it may be thrown away, this may not. */
@Component
class CaseLog {
    private final EventStore events;

    CaseLog(EventStore events) {
        this.events = events;
    }

    /** Everything that happened in a case up to a version, in the order in which it was recorded. */
    List<Recorded> of(UUID caseId, long last) {
        List<Recorded> log = new ArrayList<>();
        for (var stored = events.readEvents(caseId.toString()); stored.hasNext(); ) {
            var message = stored.next();
            if (message.getSequenceNumber() <= last) {
                log.add(Recorded.of(message));
            }
        }
        return List.copyOf(log);
    }

    /** The version of a case now; -1 where there is none. */
    long last(UUID caseId) {
        return events.lastSequenceNumberFor(caseId.toString()).orElse(-1L);
    }
}
