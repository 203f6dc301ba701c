package org.shaodao.casefile;

import java.util.List;

/** 延期. What asking for more time changes, and deciding about it. */
final class ExtensionChanges {
    private ExtensionChanges() {}

    static CaseFacts after(CaseFacts facts, ExtensionEvent event) {
        return switch (event) {
            case ExtensionEvent.ExtensionAsked e ->
                facts.changed(e.dispatch(), d -> d.withExtension(d.extension().withAskedBy(e.by())));
            case ExtensionEvent.ExtensionGranted e ->
                facts.changed(
                        e.dispatch(),
                        d -> d.withExtension(new ExtensionFacts(d.extension().granted() + 1, null)));
            case ExtensionEvent.ExtensionDenied e ->
                facts.changed(e.dispatch(), d -> d.withExtension(d.extension().withAskedBy(null)));
        };
    }

    static List<CaseEvent> starts(Starting start, ExtensionEvent event) {
        return switch (event) {
            case ExtensionEvent.ExtensionAsked e -> List.of();
            case ExtensionEvent.ExtensionGranted e ->
                start.facts()
                        .handling(e.dispatch())
                        .map(clock -> new Revising(start).extended(clock, e.until()))
                        .orElseGet(List::of);
            case ExtensionEvent.ExtensionDenied e -> List.of();
        };
    }
}
