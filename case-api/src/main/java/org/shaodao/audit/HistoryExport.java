package org.shaodao.audit;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.clocks.ClockWords;
import org.shaodao.fact.By;
import org.shaodao.history.CaseHeader;
import org.shaodao.history.CaseReader;
import org.shaodao.history.EntryOrder;
import org.shaodao.history.Words;
import org.shaodao.view.Recorded;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The whole history of a case for somebody to take away: what they may read on the page, and nothing else. */
@Component
class HistoryExport {
    private static final int AT_A_TIME = 500;

    private final CaseReader reader;
    private final CaseLog log;
    private final ClockWords clocks;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    HistoryExport(
            CaseReader reader,
            CaseLog log,
            ClockWords clocks,
            MessageSource messages,
            Clock clock,
            ShaodaoSettings settings) {
        this.reader = reader;
        this.log = log;
        this.clocks = clocks;
        this.messages = messages;
        this.clock = clock;
        this.zone = settings.zone();
    }

    /**
     * A history that was taken away.
     *
     * @param exportedBy login of whoever took it
     * @param version of the case: the number of the last event in it
     */
    @Schema(name = "ExportedHistory")
    record History(
            UUID caseId, String number, long version, Instant exportedAt, String exportedBy, List<Event> events) {}

    /**
     * One event.
     *
     * @param actor who did it, in words
     * @param sentence what happened, in words
     * @param changes what was different afterwards
     * @param documents the versions of documents that it names
     * @param texts words, as far as the reader may read them
     * @param withheld whether what it says is not for the reader yet
     */
    @Schema(name = "ExportedEvent")
    record Event(
            long version,
            String event,
            Instant recordedAt,
            Instant occurredAt,
            String actor,
            By by,
            String sentence,
            Map<String, Object> facts,
            List<Difference> changes,
            List<Document> documents,
            List<CaseReader.Text> texts,
            boolean withheld) {}

    /** One thing that was different afterwards, in words. */
    @Schema(name = "ExportedDifference")
    record Difference(
            String of,
            String field,
            @Nullable String before,
            @Nullable String after,
            String sentence) {}

    /** A version of a document. */
    @Schema(name = "ExportedDocument")
    record Document(String kind, String id, String version, String hash) {}

    /**
     * The history of a case.
     *
     * @param minVersion what the caller has just written and must find in it; null = whatever is there
     * @throws org.shaodao.fact.Refused where the caller may not know of the case
     */
    History of(UUID caseId, @Nullable Long minVersion, Caller caller, Locale locale) {
        CaseHeader header = reader.header(caseId, caller, minVersion);
        Words words = reader.words(locale);
        StateWords said = new StateWords(words, clocks, messages, locale, zone);
        List<CaseReader.Told> told = new ArrayList<>();
        CaseReader.@Nullable Page page = null;
        do {
            page = reader.entries(
                    header, caller, EntryOrder.OLDEST_FIRST, page == null ? null : page.next(), AT_A_TIME, words);
            told.addAll(page.entries());
        } while (page.next() != null);
        return new History(
                caseId,
                header.number(),
                told.getLast().version(),
                clock.instant(),
                caller.name(),
                events(told, log.of(caseId, told.getLast().version()), said));
    }

    private static List<Event> events(List<CaseReader.Told> told, List<Recorded> log, StateWords said) {
        List<Event> events = new ArrayList<>();
        Map<Item, List<Named>> documents = new HashMap<>();
        @Nullable CaseFacts facts = null;
        List<Line> before = List.of();
        for (int i = 0; i < told.size(); i++) {
            Recorded recorded = log.get(i);
            facts = CaseFacts.after(facts, recorded.event(), recorded.recordedAt());
            Named.put(documents, recorded);
            List<Line> after = Lines.of(facts, documents);
            events.add(event(told.get(i), recorded, Change.between(before, after), said));
            before = after;
        }
        return List.copyOf(events);
    }

    private static Event event(CaseReader.Told told, Recorded recorded, List<Change> changes, StateWords said) {
        return new Event(
                told.version(),
                told.event(),
                told.recordedAt(),
                told.occurredAt(),
                told.actor(),
                told.by(),
                told.sentence(),
                told.facts(),
                changes.stream().map(change -> difference(change, said)).toList(),
                Named.of(recorded).stream()
                        .map(named -> new Document(
                                named.kind().code(),
                                named.ref().id(),
                                named.ref().version(),
                                named.ref().hash()))
                        .toList(),
                told.texts(),
                told.withheld());
    }

    private static Difference difference(Change change, StateWords said) {
        return new Difference(
                said.item(change.item()),
                said.field(change),
                change.before() == null ? null : said.text(change.before()),
                change.after() == null ? null : said.text(change.after()),
                said.sentence(change));
    }
}
