package org.shaodao.history;

import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.fact.Attached;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;
import org.shaodao.view.Recorded;

/**
 * What each event tells: its clear values as facts, its words as they were sealed, each under the name of its field. A
 * new event tells of itself.
 */
final class Telling {
    /** Who and when stand beside the facts, ids in the header of the case. */
    private static final Set<String> ELSEWHERE = Set.of("by", "occurredAt", "caseId", "complainant");

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final List<SealedText> texts = new ArrayList<>();

    private Telling() {}

    static CaseEntry entry(Recorded recorded) {
        CaseEvent event = recorded.event();
        Telling told = new Telling();
        for (RecordComponent part : event.getClass().getRecordComponents()) {
            if (!ELSEWHERE.contains(part.getName())) {
                told.tell(part.getName(), value(part, event));
            }
        }
        return new CaseEntry(
                recorded.version(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                recorded.recordedAt(),
                event.occurredAt(),
                event.by(),
                told.facts,
                told.texts);
    }

    private void tell(String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Sealed words -> texts.add(new SealedText(name, words));
            case OutsideNumber outside -> {
                facts.put("outsideSource", outside.source());
                facts.put("outsideNumber", outside.number());
            }
            case List<?> files when name.equals("attachments") -> facts.put(name, files(files));
            case Enum<?> code -> facts.put(name, code.name());
            case Temporal time -> facts.put(name, time.toString());
            default -> facts.put(name, value);
        }
    }

    /** Which files came with it, and never a key. */
    private static List<Map<String, Object>> files(List<?> attachments) {
        return attachments.stream()
                .map(Attached.class::cast)
                .map(file -> Map.<String, Object>of(
                        "id", file.id().toString(), "mediaType", file.mediaType(), "bytes", file.bytes()))
                .toList();
    }

    private static @Nullable Object value(RecordComponent part, CaseEvent event) {
        try {
            return part.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
