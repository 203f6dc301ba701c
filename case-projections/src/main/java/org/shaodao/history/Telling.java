package org.shaodao.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;
import org.shaodao.view.Recorded;

/** What each event tells: its clear values as facts, its words as they were sealed, each under the name of its field. */
final class Telling {
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<SealedText> texts = new ArrayList<>();

    private Telling() {}

    static CaseEntry entry(Recorded recorded) {
        CaseEvent event = recorded.event();
        Telling told = tell(event).put("clocks", event.clocks());
        return new CaseEntry(
                recorded.version(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                recorded.recordedAt(),
                event.occurredAt(),
                event.by(),
                told.facts,
                told.texts);
    }

    private static Telling tell(CaseEvent event) {
        Telling told = new Telling();
        return switch (event) {
            case CaseEvent.Raised e ->
                told.fact("number", e.number())
                        .fact("street", e.street())
                        .fact("kind", e.kind())
                        .fact("urgency", e.urgency())
                        .fact("channel", e.channel())
                        .fact("category", e.category())
                        .fact("place", e.place())
                        .fact("subject", e.subject())
                        .fact(
                                "outsideSource",
                                e.outside() == null ? null : e.outside().source())
                        .fact(
                                "outsideNumber",
                                e.outside() == null ? null : e.outside().number())
                        .text("narrative", e.narrative())
                        .text("name", e.name())
                        .text("phone", e.phone())
                        .text("address", e.address());
            case CaseEvent.NotAccepted e -> told.fact("route", e.route()).text("reason", e.reason());
            case CaseEvent.WhistleBlown e ->
                told.fact("whistle", e.whistle())
                        .fact("kind", e.kind())
                        .fact("reportMode", e.reportMode())
                        .fact("reportAt", e.reportAt())
                        .fact("authorisedBy", e.authorisedBy())
                        .text("why", e.why())
                        .text("meetingPlace", e.meetingPlace())
                        .text("contact", e.contact());
            case CaseEvent.Dispatched e ->
                told.dispatch(e.dispatch(), e.unit())
                        .fact("whistle", e.whistle())
                        .fact("role", e.role())
                        .text("task", e.task());
            case CaseEvent.Acknowledged e -> told.dispatch(e.dispatch(), e.unit());
            case CaseEvent.Accepted e -> told.dispatch(e.dispatch(), e.unit()).fact("handler", e.handler());
            case CaseEvent.Replied e ->
                told.dispatch(e.dispatch(), e.unit())
                        .fact("kind", e.kind())
                        .fact("outcome", e.outcome())
                        .text("text", e.text());
            case CaseEvent.ReworkOrdered e ->
                told.dispatch(e.dispatch(), e.unit()).fact("round", e.round()).text("reason", e.reason());
            case CaseEvent.Verified e -> told.fact("basis", e.basis()).text("findings", e.findings());
            case CaseEvent.FollowedUp e ->
                told.fact("result", e.result())
                        .fact("contacted", e.contacted())
                        .fact("solved", e.solved())
                        .fact("satisfied", e.satisfied())
                        .text("words", e.words());
            case CaseEvent.Closed e -> told.text("summary", e.summary());
            case CaseEvent.Reopened e -> told.text("reason", e.reason());
            case CaseEvent.DeadlineMissed e ->
                told.fact("dispatch", e.dispatch())
                        .fact("unit", e.unit())
                        .fact("clock", e.clock())
                        .fact("round", e.round())
                        .fact("dueAt", e.dueAt())
                        .fact("observedAt", e.observedAt());
        };
    }

    private Telling dispatch(Integer number, String unit) {
        return fact("dispatch", number).fact("unit", unit);
    }

    private Telling fact(String name, @Nullable String value) {
        return put(name, value);
    }

    private Telling fact(String name, @Nullable Integer value) {
        return put(name, value);
    }

    private Telling fact(String name, @Nullable Boolean value) {
        return put(name, value);
    }

    private Telling fact(String name, @Nullable Enum<?> value) {
        return put(name, value == null ? null : value.name());
    }

    private Telling fact(String name, @Nullable Instant value) {
        return put(name, value == null ? null : value.toString());
    }

    private Telling put(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
        return this;
    }

    private Telling text(String label, @Nullable Sealed words) {
        if (words != null) {
            texts.add(new SealedText(label, words));
        }
        return this;
    }
}
