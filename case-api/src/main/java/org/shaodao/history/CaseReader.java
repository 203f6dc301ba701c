package org.shaodao.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Colleagues;
import org.shaodao.access.Readings;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.directory.Directory;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.vault.Opened;
import org.shaodao.vault.Vault;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.ViewBehind;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads cases for somebody: only those they may know of, and of those only what their role may see. Who the resident is
 * is never told here: for that a card is opened.
 */
@Component
public class CaseReader {
    private static final Set<String> IDENTITY = Set.of("name", "phone", "address");
    private static final Set<String> MUTUAL = Set.of("casefile.unit-rated", "casefile.whistle-rated");
    private static final Set<String> OF_A_SEALED_RATING = Set.of("dispatch", "unit");

    private final Histories histories;
    private final EventStore events;
    private final Vault vault;
    private final Directory directory;
    private final MessageSource messages;
    private final Readings readings;
    private final Aliases aliases;
    private final Colleagues colleagues;
    private final ZoneId zone;

    CaseReader(
            Histories histories,
            EventStore events,
            Vault vault,
            Directory directory,
            MessageSource messages,
            Readings readings,
            Aliases aliases,
            Colleagues colleagues,
            ShaodaoSettings settings) {
        this.histories = histories;
        this.events = events;
        this.vault = vault;
        this.directory = directory;
        this.messages = messages;
        this.readings = readings;
        this.aliases = aliases;
        this.colleagues = colleagues;
        this.zone = settings.zone();
    }

    /**
     * An entry as it is shown.
     *
     * @param sentence what happened, in the reader's language
     * @param actor who did it, in the reader's language
     * @param withheld whether the reader may not know yet what it says: only that it is there
     */
    public record Told(
            long version,
            String event,
            Instant occurredAt,
            Instant recordedAt,
            String sentence,
            String actor,
            By by,
            Map<String, Object> facts,
            List<Text> texts,
            boolean withheld) {}

    /**
     * Words that were sealed.
     *
     * @param text null when they are erased or not for the reader
     * @param chars how many characters there are or were
     */
    public record Text(String label, String name, @Nullable String text, int chars, TextState state) {}

    /** Whether words could be shown. */
    public enum TextState {
        SHOWN,
        HIDDEN,
        ERASED
    }

    /**
     * Some entries; {@code next} continues.
     *
     * @param alias what the resident is called in this case
     */
    @Schema(name = "HistoryPage")
    public record Page(List<Told> entries, @Nullable Long next, String alias) {}

    /**
     * The case, if the caller may know of it.
     *
     * @throws Refused with {@link CaseRefusal.UnknownCase} otherwise
     */
    public CaseHeader header(UUID caseId, Caller caller, @Nullable Long minVersion) {
        NotOlderThan minimum = minVersion == null ? null : new NotOlderThan(caseId, minVersion);
        try {
            return histories.byId(caseId, caller.by(null), minimum).orElseThrow(CaseReader::unknown);
        } catch (ViewBehind behind) {
            throw events.lastSequenceNumberFor(caseId.toString()).isPresent() ? behind : unknown();
        }
    }

    /** What happened, in words. */
    public Page entries(
            CaseHeader header, Caller caller, EntryOrder order, @Nullable Long beyond, int limit, Words words) {
        CaseEntries page = histories.entries(header.caseId(), order, beyond, limit, null);
        List<Told> told = page.entries().stream()
                .map(entry -> told(entry, header, caller, words))
                .toList();
        boolean read = told.stream().flatMap(entry -> entry.texts().stream()).anyMatch(text -> text.text() != null);
        if (read && caller.role() != Role.RESIDENT) { // who reads their own words is no news to them
            readings.narrative(header.caseId(), caller.by(null));
        }
        return new Page(told, page.next(), aliases.of(header.caseId()));
    }

    /**
     * What the caller's unit was asked and what it answered; for that it need not know of the case (rule 10).
     *
     * @throws Refused with {@link CaseRefusal.UnknownCase} where it was asked nothing and may not know of the case
     */
    public List<Told> questions(UUID caseId, Caller caller, @Nullable Long minVersion, Words words) {
        NotOlderThan minimum = minVersion == null ? null : new NotOlderThan(caseId, minVersion);
        List<CaseEntry> asked = caller.unit() == null ? List.of() : asked(caseId, caller.unit(), minimum);
        if (asked.isEmpty()) {
            header(caseId, caller, minVersion);
        }
        return asked.stream().map(entry -> shown(entry, caseId, words, false)).toList();
    }

    private List<CaseEntry> asked(UUID caseId, String unit, @Nullable NotOlderThan minimum) {
        try {
            return histories.questions(caseId, unit, minimum);
        } catch (ViewBehind behind) {
            List<CaseEntry> known = histories.questions(caseId, unit, null);
            if (known.isEmpty()) {
                return known;
            }
            throw behind;
        }
    }

    /** The words of a language, for whoever asks now. */
    public Words words(Locale locale) {
        return new Words(messages, directory, locale, zone, colleagues.named());
    }

    private static Refused unknown() {
        return new Refused(new CaseRefusal.UnknownCase());
    }

    private Told told(CaseEntry entry, CaseHeader header, Caller caller, Words words) {
        return withheld(entry, header, caller)
                ? shown(withoutRating(entry), header.caseId(), words, true)
                : shown(entry, header.caseId(), words, false);
    }

    /**
     * 互评. Whether one side would read what the other says of it before it may; who only watches reads all, as the district
     * does unless it runs the case itself.
     */
    private static boolean withheld(CaseEntry entry, CaseHeader header, Caller caller) {
        return MUTUAL.contains(entry.event())
                && entry.facts().get("dispatch") instanceof Integer dispatch
                && header.sealedRatings().contains(dispatch)
                && (caller.role() != Role.DISTRICT || header.recused())
                && caller.role() != Role.AUDITOR
                && !Objects.equals(entry.by().unitId(), caller.unit());
    }

    private static CaseEntry withoutRating(CaseEntry entry) {
        Map<String, Object> facts = new LinkedHashMap<>(entry.facts());
        facts.keySet().retainAll(OF_A_SEALED_RATING);
        return new CaseEntry(
                entry.version(), entry.event(), entry.recordedAt(), entry.occurredAt(), entry.by(), facts, List.of());
    }

    private Told shown(CaseEntry entry, UUID caseId, Words words, boolean withheld) {
        return new Told(
                entry.version(),
                entry.event(),
                entry.occurredAt(),
                entry.recordedAt(),
                words.sentence(entry),
                words.actor(entry),
                entry.by(),
                entry.facts(),
                entry.texts().stream().map(text -> text(text, caseId, words)).toList(),
                withheld);
    }

    private Text text(SealedText text, UUID caseId, Words words) {
        String name = words.label(text.label());
        int chars = text.sealed().chars();
        if (IDENTITY.contains(text.label())) {
            return new Text(text.label(), name, null, chars, TextState.HIDDEN);
        }
        return switch (vault.open(text.sealed(), caseId, text.label())) {
            case Opened.Words shown -> new Text(text.label(), name, shown.text(), chars, TextState.SHOWN);
            case Opened.Erased erased -> new Text(text.label(), name, null, erased.chars(), TextState.ERASED);
        };
    }
}
