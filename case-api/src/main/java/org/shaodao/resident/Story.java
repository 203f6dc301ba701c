package org.shaodao.resident;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.history.CaseReader.Text;
import org.shaodao.history.CaseReader.Told;
import org.shaodao.history.Words;
import org.shaodao.resident.ResidentCase.File;
import org.shaodao.resident.ResidentCase.Happened;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What of a history is told to its resident, and which of its words: what they said themselves, and what was said to them.
 * How units and offices argue among themselves is not, nor what others who joined the case said.
 */
@Component
class Story {
    static final String REPLIED = "casefile.replied";
    static final String ASKED = "casefile.particulars-asked";
    static final String PROMISED = "casefile.commitment-made";

    private static final String EVENT = "casefile.";

    /** By event the words that are for the resident; who is told of an event without words hears the sentence. */
    private static final Map<String, Set<String>> TOLD = Map.ofEntries(
            Map.entry("casefile.raised", Set.of("narrative")),
            Map.entry("casefile.supplemented", Set.of("words")),
            Map.entry("casefile.chased", Set.of("words")),
            Map.entry("casefile.withdrawn", Set.of("reason")),
            Map.entry("casefile.not-accepted", Set.of("reason")),
            Map.entry("casefile.answered-at-once", Set.of("text")),
            Map.entry("casefile.handed-to-emergency", Set.of()),
            Map.entry("casefile.recused", Set.of()),
            Map.entry("casefile.transferred", Set.of()),
            Map.entry("casefile.dispatched", Set.of()),
            Map.entry("casefile.taken-on", Set.of()),
            Map.entry("casefile.lead-changed", Set.of()),
            Map.entry("casefile.acknowledged", Set.of()),
            Map.entry("casefile.contacted", Set.of()),
            Map.entry("casefile.arrived", Set.of()),
            Map.entry(ASKED, Set.of("question")),
            Map.entry("casefile.particulars-answered", Set.of("answer")),
            Map.entry(REPLIED, Set.of("text")),
            Map.entry("casefile.extension-granted", Set.of()),
            Map.entry("casefile.parked", Set.of()),
            Map.entry("casefile.resumed", Set.of()),
            Map.entry("casefile.rework-ordered", Set.of()),
            Map.entry("casefile.verified", Set.of()),
            Map.entry("casefile.objection-raised", Set.of("reason")),
            Map.entry("casefile.objection-answered", Set.of("reason")),
            Map.entry("casefile.unsolved-decided", Set.of()),
            Map.entry("casefile.closed", Set.of()),
            Map.entry("casefile.reopened", Set.of()),
            Map.entry(PROMISED, Set.of()),
            Map.entry("casefile.commitment-kept", Set.of()),
            Map.entry("casefile.commitment-broken", Set.of()),
            Map.entry("casefile.merged-into", Set.of()),
            Map.entry("casefile.merge-undone", Set.of()));

    /** Whose files are shown. */
    private static final Set<String> WITH_FILES = Set.of("casefile.raised", "casefile.supplemented", REPLIED);

    private final MessageSource messages;

    Story(MessageSource messages) {
        this.messages = messages;
    }

    /** Events that are told. */
    static Set<String> events() {
        return TOLD.keySet();
    }

    /** Whether this resident may hear of it. */
    static Predicate<Told> heardBy(Caller resident) {
        return one -> TOLD.containsKey(one.event()) && !ofAnotherResident(one.by(), resident);
    }

    /** Whether the files of such an event are shown to this resident. */
    static boolean showsFiles(String event, By by, Caller resident) {
        return WITH_FILES.contains(event) && !ofAnotherResident(by, resident);
    }

    private static boolean ofAnotherResident(By by, Caller resident) {
        return by.role() == Role.RESIDENT && !by.actorId().equals(resident.id());
    }

    /** As the resident is told of it. */
    Happened told(Told one, String address, Words words) {
        Set<String> labels = Objects.requireNonNull(TOLD.get(one.event()));
        return new Happened(
                one.occurredAt(),
                sentence(one, words),
                one.texts().stream()
                        .filter(text -> labels.contains(text.label()))
                        .toList(),
                WITH_FILES.contains(one.event()) ? files(one, address) : List.of());
    }

    /** The words of an entry under one label; null where there are none, or none any more. */
    static @Nullable String words(Told one, String label) {
        return one.texts().stream()
                .filter(text -> text.label().equals(label))
                .findFirst()
                .map(Text::text)
                .orElse(null);
    }

    private String sentence(Told one, Words words) {
        Map<String, Object> facts = one.facts();
        Object unit = facts.getOrDefault("unit", facts.get("street"));
        String who = unit == null ? one.actor() : words.names().unit(unit.toString());
        String detail = switch (one.event()) {
            case "casefile.contacted" -> code("means", facts, words) + ", " + code("contactResult", facts, words);
            case REPLIED -> code(facts.containsKey("outcome") ? "outcome" : "kind", facts, words);
            case "casefile.not-accepted" -> code("route", facts, words);
            case "casefile.handed-to-emergency" -> code("service", facts, words);
            case "casefile.objection-answered" -> code("upheld", facts, words);
            case "casefile.unsolved-decided" -> code("redo", facts, words);
            case "casefile.parked" -> String.valueOf(facts.get("reviewOn"));
            case PROMISED -> String.valueOf(facts.get("dueOn"));
            default -> "";
        };
        Locale locale = LocaleContextHolder.getLocale();
        String key = "resident.told." + one.event().substring(EVENT.length());
        return Objects.requireNonNull(messages.getMessage(key, new Object[] {who, detail}, locale));
    }

    private static String code(String field, Map<String, Object> facts, Words words) {
        return words.code(field, String.valueOf(facts.get(field)));
    }

    private static List<File> files(Told one, String address) {
        return one.facts().get("attachments") instanceof List<?> files
                ? files.stream()
                        .map(Map.class::cast)
                        .map(file -> new File(
                                address + "/attachments/" + file.get("id"), String.valueOf(file.get("mediaType"))))
                        .toList()
                : List.of();
    }
}
