package org.shaodao.resident;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.IntakeRequests.Raise;
import org.shaodao.casefile.OnBehalfOf;
import org.shaodao.demand.DemandKind;
import org.shaodao.directory.Directory;
import org.shaodao.documents.Registry.Place;
import org.shaodao.documents.Registry.Unit;
import org.shaodao.fact.Refused;
import org.shaodao.parts.Choice;
import org.shaodao.parts.Field;
import org.shaodao.parts.Form;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The form in which a resident says what is the matter: what it asks, and what was said in it. */
@Component
class RaiseForm {
    static final String ID = "raise";
    static final String FILES = "attachments";
    private static final String ANONYMOUS = "anonymous";
    private static final String CONFIDENTIAL = "confidential";
    private static final String PHONE = "phone";
    private static final Set<String> IDENTITY = Set.of("name", PHONE);
    private static final List<String> ASKED =
            List.of("kind", "about", "category", "subject", "narrative", "address", "onBehalfOf", "name", PHONE);
    private static final String YES = "true";
    private static final String NO = "false";

    private final Directory directory;
    private final MessageSource messages;
    private final Validator validator;
    private final ProblemAnswers answers;
    private final JsonMapper json;

    RaiseForm(
            Directory directory, MessageSource messages, Validator validator, ProblemAnswers answers, JsonMapper json) {
        this.directory = directory;
        this.messages = messages;
        this.validator = validator;
        this.answers = answers;
        this.json = json;
    }

    /** @param said what stands in it, by field */
    Form form(String action, String key, Map<String, String> said, NotTaken not) {
        return new Form(
                ID,
                action,
                key,
                text("resident.raise.send"),
                false,
                null,
                null,
                List.of(
                        field("kind", Field.Kind.CHOICE, true, null, kinds(), said, not),
                        field("about", Field.Kind.CHOICE, false, null, units(), said, not),
                        field("category", Field.Kind.CHOICE, true, null, categories(), said, not),
                        field("subject", Field.Kind.TEXT, true, 100, List.of(), said, not),
                        field("narrative", Field.Kind.WORDS, true, 20_000, List.of(), said, not),
                        field("address", Field.Kind.TEXT, false, 300, List.of(), said, not),
                        field("onBehalfOf", Field.Kind.CHOICE, false, null, speakers(), said, not),
                        field(
                                ANONYMOUS,
                                Field.Kind.CHOICE,
                                true,
                                null,
                                List.of(choice(ANONYMOUS, NO), choice(ANONYMOUS, YES)),
                                said,
                                not),
                        field("name", Field.Kind.TEXT, false, 100, List.of(), said, not),
                        field(PHONE, Field.Kind.TEXT, false, 25, List.of(), said, not),
                        field(
                                CONFIDENTIAL,
                                Field.Kind.CHOICES,
                                false,
                                null,
                                List.of(choice(CONFIDENTIAL, YES)),
                                said,
                                not)),
                not.problems());
    }

    private Field field(
            String name,
            Field.Kind kind,
            boolean needed,
            @Nullable Integer most,
            List<Choice> choices,
            Map<String, String> said,
            NotTaken not) {
        String hint = messages.getMessage("resident.raise.hint." + name, null, "", locale());
        String value = said.getOrDefault(name, ""); // of choices, the one that says nothing is chosen first
        return new Field(
                name,
                kind,
                text("resident.raise." + name),
                needed,
                most,
                hint == null || hint.isEmpty() ? null : hint,
                choices,
                List.of(value),
                not.wrong().get(name));
    }

    private List<Choice> kinds() {
        return Stream.of(DemandKind.values())
                .map(kind -> new Choice(kind.name(), text("resident.raise.kind." + kind.name())))
                .toList();
    }

    private List<Choice> speakers() {
        return Stream.concat(
                        Stream.of(new Choice("", text("resident.raise.onBehalfOf.self"))),
                        Stream.of(OnBehalfOf.values())
                                .filter(who -> who != OnBehalfOf.GRID_WORKER)
                                .map(who -> new Choice(who.name(), text("code.onBehalfOf." + who.name()))))
                .toList();
    }

    /** Rule 10: who is complained about does not handle the complaint. */
    private List<Choice> units() {
        Directory.Names names = directory.names(!locale().getLanguage().equals(Locale.ENGLISH.getLanguage()));
        return Stream.concat(
                        Stream.of(new Choice("", text("resident.raise.about.nobody"))),
                        directory.all().units().values().stream()
                                .filter(Unit::active)
                                .map(unit -> new Choice(unit.code(), names.unit(unit.code()))))
                .toList();
    }

    private List<Choice> categories() {
        Directory.Names names = directory.names(!locale().getLanguage().equals(Locale.ENGLISH.getLanguage()));
        return directory.all().categories().keySet().stream()
                .map(code -> new Choice(code, names.category(code)))
                .toList();
    }

    private Choice choice(String field, String value) {
        return new Choice(value, text("resident.raise." + field + '.' + value));
    }

    /**
     * The demand, read and checked as the API reads and checks it.
     *
     * @param street the office that runs the case
     * @param attachments tickets of files that were taken in
     * @param wrong filled with what is wrong, by field
     * @return null where something is wrong
     */
    @Nullable Raise read(
            Map<String, String> said, Place place, Unit street, List<String> attachments, Map<String, String> wrong) {
        Map<String, Object> demand = new HashMap<>();
        demand.put("channel", Channel.ONLINE.name());
        demand.put("place", place.code());
        demand.put("street", street.code());
        ASKED.forEach(name -> {
            String value = said.getOrDefault(name, "");
            if (!value.isBlank() && !(IDENTITY.contains(name) && YES.equals(said.get(ANONYMOUS)))) {
                demand.put(name, value);
            }
        });
        if (said.containsKey(CONFIDENTIAL)) {
            demand.put(CONFIDENTIAL, true);
        }
        if (!attachments.isEmpty()) {
            demand.put(FILES, attachments);
        }
        known("kind", DemandKind.values(), demand, wrong);
        known("onBehalfOf", OnBehalfOf.values(), demand, wrong);
        if (!Set.of(YES, NO).contains(said.getOrDefault(ANONYMOUS, ""))) {
            wrong.put(ANONYMOUS, text("field.needed"));
        } else if (NO.equals(said.get(ANONYMOUS)) && !demand.containsKey(PHONE)) {
            wrong.put(PHONE, text("resident.raise.phone.needed"));
        }
        Raise raise = json.convertValue(demand, Raise.class);
        for (ConstraintViolation<Raise> violation : validator.validate(raise)) {
            String path = violation.getPropertyPath().toString();
            wrong.putIfAbsent(path.startsWith(FILES) ? FILES : path, violation.getMessage());
        }
        return wrong.isEmpty() ? raise : null;
    }

    /** Why a demand was not taken, where it was checked upon more than itself. */
    NotTaken because(Refused e) {
        String sentence = answers.sentence(e.refusal());
        return e.refusal() instanceof CaseRefusal.UnknownCode code
                ? new NotTaken(Map.of(code.field(), sentence), List.of())
                : new NotTaken(Map.of(), List.of(sentence));
    }

    /** The same for what was never asked of the case. */
    NotTaken because(Problem e) {
        Map<String, String> wrong = new LinkedHashMap<>();
        e.fields().forEach(field -> wrong.put(field.field(), answers.said(field).message()));
        return new NotTaken(wrong, wrong.isEmpty() ? List.of(answers.sentence(e)) : List.of());
    }

    /** Leaves out what is none of the choices, and says so. */
    private void known(String field, Enum<?>[] choices, Map<String, Object> demand, Map<String, String> wrong) {
        Object said = demand.get(field);
        if (said != null && Stream.of(choices).noneMatch(choice -> choice.name().equals(said))) {
            demand.remove(field);
            wrong.put(field, text("field.type"));
        }
    }

    private String text(String key) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
