package org.shaodao.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.StartedClock;
import org.shaodao.documents.DocumentKind;
import org.shaodao.documents.Documents;
import org.shaodao.documents.VersionRef;
import org.shaodao.view.Recorded;

/** A version of a document that a decision named. */
record Named(DocumentKind kind, VersionRef ref) {

    /** By which documents each clock is due when it is due: those that the last event named that started or revised it. */
    static Map<Item, List<Named>> byClock(List<Recorded> events) {
        Map<Item, List<Named>> named = new HashMap<>();
        events.forEach(recorded -> put(named, recorded));
        return named;
    }

    /** With what one more event names. */
    static void put(Map<Item, List<Named>> named, Recorded recorded) {
        if (recorded.event() instanceof ClockEvent.ClocksStarted e) {
            put(named, e.dispatch(), e.clocks(), of(recorded));
        } else if (recorded.event() instanceof ClockEvent.DeadlinesRevised e) {
            put(named, e.dispatch(), e.clocks(), of(recorded));
        }
    }

    /** The documents that one event names. */
    static List<Named> of(Recorded recorded) {
        if (recorded.event() instanceof ClockEvent.ClocksStarted e) {
            return of(e.pack(), e.calendar());
        }
        return recorded.event() instanceof ClockEvent.DeadlinesRevised e ? of(e.pack(), e.calendar()) : List.of();
    }

    private static List<Named> of(VersionRef pack, VersionRef calendar) {
        return List.of(new Named(DocumentKind.POLICY_PACK, pack), new Named(DocumentKind.CALENDAR, calendar));
    }

    /** Where it is read. */
    public String path() {
        return Documents.path(kind, ref);
    }

    private static void put(
            Map<Item, List<Named>> all, @Nullable Integer dispatch, List<StartedClock> clocks, List<Named> named) {
        for (StartedClock clock : clocks) {
            all.put(new Item(Item.Part.CLOCK, dispatch, clock.kind(), clock.round()), named);
        }
    }
}
