package org.shaodao.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells a generation what it could not be told of a case, in a transaction of its own. */
final class SecondTry {
    private static final Logger LOG = LoggerFactory.getLogger(SecondTry.class);
    private static final List<Segment> SEGMENTS = Segment.splitBalanced(Segment.ROOT_SEGMENT, Generations.SEGMENTS - 1);

    private final EventStore log;
    private final TransactionTemplate transaction;
    private final SetAside setAside;
    private final Landings landings;

    SecondTry(EventStore log, TransactionTemplate transaction, SetAside setAside, Landings landings) {
        this.log = log;
        this.transaction = transaction;
        this.setAside = setAside;
        this.landings = landings;
    }

    /** Whether the one generation of this teller has all of the case now. */
    boolean tell(Teller teller, UUID caseId) {
        try {
            SortedMap<UUID, Long> told =
                    Objects.requireNonNull(transaction.execute(tx -> tellWhatIsMissing(teller, caseId)));
            landings.landed(told);
            return true;
        } catch (RuntimeException | Error e) {
            Generation generation = teller.generations().getFirst();
            LOG.warn("{} could not be told of {} again", generation.name(), caseId, e);
            String said = Teller.said(NotTold.reason(e));
            transaction.executeWithoutResult(tx -> setAside.failedAgain(generation, caseId, said));
            return false;
        }
    }

    private SortedMap<UUID, Long> tellWhatIsMissing(Teller teller, UUID caseId) {
        Generation generation = teller.generations().getFirst();
        int segment = segment(caseId);
        long told = Objects.requireNonNull(teller.told(segment, List.of(caseId)).get(generation))
                .getOrDefault(caseId, -1L);
        if (!setAside.remove(generation, caseId)) {
            return new TreeMap<>();
        }
        List<Recorded> missing = log.readEvents(caseId.toString(), told + 1)
                .asStream()
                .map(Recorded::of)
                .toList();
        return missing.isEmpty() ? new TreeMap<>() : teller.tell(segment, Map.of(generation, missing));
    }

    private static int segment(UUID caseId) {
        return SEGMENTS.stream()
                .filter(segment -> segment.matches(caseId.toString()))
                .findFirst()
                .orElseThrow()
                .getSegmentId();
    }
}
