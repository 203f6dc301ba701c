package org.shaodao.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.view.Recorded;

/**
 * 回放. One case at any moment, told by its log alone.
 *
 * @param log everything that happened, in the order in which it was recorded; never empty
 */
record Replay(List<Recorded> log) {

    /**
     * A moment of a case.
     *
     * @param version the last event known then
     * @param at the instant
     */
    record Moment(int version, Instant at) {}

    /** Where the log ends. */
    public int last() {
        return log.size() - 1;
    }

    /** The moment at which an event became known; the nearest one where there is no such event. */
    Moment moment(long version) {
        int known = Math.clamp(version, 0, last());
        return new Moment(known, log.get(known).recordedAt());
    }

    /** An instant: known then is what had been recorded by then; of one before everything, the first event. */
    Moment moment(Instant at) {
        int known = (int) log.stream()
                        .takeWhile(recorded -> !recorded.recordedAt().isAfter(at))
                        .count()
                - 1;
        return known < 0 ? moment(0) : new Moment(known, at);
    }

    /** The moment of the next event; null at the end. */
    public @Nullable Moment next(Moment moment) {
        return moment.version() < last() ? moment(moment.version() + 1L) : null;
    }

    /** The moment of the event before; null at the beginning. */
    public @Nullable Moment previous(Moment moment) {
        return moment.version() > 0 ? moment(moment.version() - 1L) : null;
    }

    /** 当时所知. What had been recorded by then. */
    List<Recorded> known(Moment moment) {
        return log.subList(0, moment.version() + 1);
    }

    /** 当时实情. What had happened by then, as far as it is known today: what was entered late counts as well. */
    List<Recorded> happened(Moment moment) {
        return log.stream()
                .filter(recorded -> !recorded.event().occurredAt().isAfter(moment.at()))
                .toList();
    }

    /** What these events make of a case; null where nothing was raised. */
    static @Nullable CaseFacts facts(List<Recorded> events) {
        CaseFacts facts = null;
        for (Recorded recorded : events) {
            facts = CaseFacts.after(facts, recorded.event(), recorded.recordedAt());
        }
        return facts;
    }
}
