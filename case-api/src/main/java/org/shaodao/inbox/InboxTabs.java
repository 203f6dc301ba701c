package org.shaodao.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Documents;
import org.shaodao.parts.Choice;
import org.shaodao.parts.Tab;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The tabs of an inbox with their counts, and what narrows them. */
@Component
class InboxTabs {
    private final MessageSource messages;
    private final Documents documents;
    private final Clock clock;

    InboxTabs(MessageSource messages, Documents documents, Clock clock) {
        this.messages = messages;
        this.documents = documents;
        this.clock = clock;
    }

    List<Tab> of(InboxAsk ask, InboxCounts counts) {
        Locale locale = LocaleContextHolder.getLocale();
        return Stream.of(InboxTab.values())
                .map(tab -> new Tab(
                        Objects.requireNonNull(messages.getMessage("inbox.tab." + tab, null, tab.name(), locale)),
                        ask.in(tab).at("/inbox"),
                        tab == ask.tab(),
                        counts.in(tab),
                        tone(tab)))
                .toList();
    }

    private static @Nullable String tone(InboxTab tab) {
        return switch (tab) {
            case DISPUTED -> "disputed";
            case DUE_SOON -> "due";
            case OVERDUE -> "missed";
            case TO_ACKNOWLEDGE, IN_HAND, DONE -> null;
        };
    }

    /** Whether a row is what the filters ask for, as far as a row says; the search looks at it anew. */
    boolean fits(InboxAsk ask, InboxRow row) {
        return (ask.role() == null || ask.role() == row.role())
                && (ask.category() == null || ask.category().equals(row.category()))
                && (ask.section() == null || ask.section().equals(row.section()))
                && (ask.search() == null
                        || row.number().startsWith(ask.search())
                        || row.subject().startsWith(ask.search()));
    }

    List<Choice> categories() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return documents.registry(clock.instant()).categories().values().stream()
                .map(category -> new Choice(category.code(), english ? category.en() : category.zh()))
                .toList();
    }
}
