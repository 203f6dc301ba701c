package org.shaodao.clocks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shaodao.casefile.ClockCommand;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Documents;
import org.shaodao.documents.VersionRef;
import org.shaodao.documents.Versioned;
import org.springframework.stereotype.Component;

/**
 * 重算时限. Tells cases with provisional deadlines that other calendars are in force, once that is so and after every
 * start. For a while it looks again: what was decided by the calendar before may reach the list of clocks later.
 */
@Component
public class DeadlineReviser extends Background {
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration AFTERMATH = Duration.ofSeconds(15);
    private static final int BATCH = 200;

    private final RunningClocks running;
    private final ClockMessenger messenger;
    private final Documents documents;
    private final Clock clock;
    private List<VersionRef> known = List.of();
    private Instant lookUntil = Instant.EPOCH;

    DeadlineReviser(RunningClocks running, ClockMessenger messenger, Documents documents, Clock clock) {
        super("deadline-reviser", LOOK);
        this.running = running;
        this.messenger = messenger;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    void look() {
        Instant now = clock.instant();
        if (!documents.any(DocumentKind.CALENDAR)) {
            return;
        }
        List<VersionRef> calendars = documents.inForce(now).calendars().values().stream()
                .map(Versioned::ref)
                .sorted(Comparator.comparing(VersionRef::id))
                .toList();
        if (!calendars.equals(known)) {
            known = calendars;
            lookUntil = now.plus(AFTERMATH);
        }
        if (now.isAfter(lookUntil)) {
            return;
        }
        if (!tellAll(calendars)) {
            lookUntil = now.plus(AFTERMATH);
        }
    }

    /** Whether all cases heard of it. */
    private boolean tellAll(List<VersionRef> calendars) {
        boolean told = true;
        UUID last = null;
        List<UUID> cases;
        do {
            cases = running.provisional(last, BATCH);
            told &= toldAll(
                    cases,
                    caseId -> messenger.tell(
                            new ClockCommand.ReviseDeadlines(caseId, ClockMessenger.WATCHER, clock.instant()),
                            caseId + " " + calendars));
            last = cases.isEmpty() ? null : cases.getLast();
        } while (cases.size() == BATCH && isRunning());
        return told;
    }
}
