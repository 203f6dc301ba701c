package org.shaodao.casefile;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 并案. Finds the case that goes on for another. Reads the log: a resident asks rarely, and has to be right at once. */
@Component
class Survivors {
    private final EventStore events;

    Survivors(EventStore events) {
        this.events = events;
    }

    /** The case in which the matter of this one goes on: itself, unless it joined another. */
    UUID of(UUID caseId) {
        Set<UUID> passed = new HashSet<>();
        UUID here = caseId;
        while (passed.add(here)) {
            UUID next = joined(here);
            if (next == null) {
                return here;
            }
            here = next;
        }
        return here;
    }

    private @Nullable UUID joined(UUID caseId) {
        UUID survivor = null;
        var stream = events.readEvents(caseId.toString());
        while (stream.hasNext()) {
            survivor = switch (stream.next().getPayload()) {
                case LinkEvent.MergedInto e -> e.survivor();
                case LinkEvent.MergeUndone e -> null;
                default -> survivor;
            };
        }
        return survivor;
    }
}
