package org.shaodao.parts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.StepRequest;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Makes the form of any step of a case from the request that the API takes: one description for both. */
@Component
public class StepForms {
    /** Steps of which it is told when they happened; all others happen when they are said. */
    private static final Set<String> OF_THE_WORLD = Set.of("contact", "arrive", "leave", "spot-check");

    /** Steps that cannot be taken back or go against somebody. */
    private static final Set<String> GRAVE =
            Set.of("hand-back", "withdraw-whistle", "not-accept", "refuse-hand-back", "withdraw");

    /** Fields in which the caller stands unless they name somebody else. */
    private static final Set<String> CALLERS = Set.of("handler", "authorisedBy");

    /** The field that holds tickets of files. */
    private static final String FILES = "attachments";

    private static final int ONE_LINE = 300;

    private final StepRequests requests;
    private final FormChoices choices;
    private final FormWords words;

    StepForms(StepRequests requests, FormChoices choices, FormWords words) {
        this.requests = requests;
        this.choices = choices;
        this.words = words;
    }

    /**
     * A form of a step.
     *
     * @param about what it is about, for example the case and its dispatch: another one has drafts of its own
     * @param action where it is sent
     * @param cancel where the way back leads; null = nowhere
     * @param values what stands in it, by field
     * @param not why it was not taken; {@link NotTaken#NOTHING} the first time
     */
    public Form form(
            String step,
            String about,
            String action,
            @Nullable String cancel,
            MultiValueMap<String, String> values,
            NotTaken not,
            Caller caller) {
        MultiValueMap<String, String> said = Nested.closedUp(values, Said.ROW);
        List<Field> fields = Stream.of(requests.of(step).getRecordComponents())
                .filter(part -> !part.getName().equals("occurredAt") || OF_THE_WORLD.contains(step))
                .flatMap(part -> fields(step, part, said, not, caller))
                .toList();
        return new Form(
                step + '-' + about,
                action,
                UuidCreator.getTimeOrderedEpoch().toString(),
                words.button(step),
                GRAVE.contains(step),
                words.effect(step),
                cancel,
                fields,
                not.beyond(fields));
    }

    /** Of several parts of the same kind those that were said, and room for more. */
    private Stream<Field> fields(
            String step, RecordComponent part, MultiValueMap<String, String> values, NotTaken not, Caller caller) {
        if (!Nested.is(part)) {
            return Stream.of(field(step, part, "", null, values, not, caller));
        }
        List<String> said = Nested.prefixes(part, values);
        boolean several = part.getType() == List.class;
        int rows = several ? Math.max(said.size() + 1, 2) : 1;
        return Stream.iterate(0, row -> row < rows, row -> row + 1)
                .flatMap(row -> Stream.of(Nested.type(part).getRecordComponents())
                        .map(inner -> field(
                                step,
                                inner,
                                several ? part.getName() + '[' + row + "]." : part.getName() + '.',
                                several ? row : null,
                                values,
                                not,
                                caller)));
    }

    private Field field(
            String step,
            RecordComponent part,
            String prefix,
            @Nullable Integer row,
            MultiValueMap<String, String> values,
            NotTaken not,
            Caller caller) {
        String name = prefix + part.getName();
        List<Choice> from = choices.of(step, part, caller);
        boolean needed = (row == null || row == 0) && (has(part, NotNull.class) || has(part, NotBlank.class));
        List<String> said = Objects.requireNonNullElse(values.get(name), List.of());
        String label = words.label(step, part.getName());
        return new Field(
                name,
                kind(part, from),
                row == null ? label : label + ' ' + (row + 1),
                needed,
                most(part),
                words.hint(step, part.getName()),
                from,
                said.isEmpty() && CALLERS.contains(part.getName()) ? List.of(caller.id()) : said,
                not.wrong().get(name));
    }

    static Field.Kind kind(RecordComponent part, List<Choice> choices) {
        if (part.getName().equals(FILES)) {
            return Field.Kind.FILES;
        }
        if (part.getType() == List.class || part.getType() == Set.class) {
            return Field.Kind.CHOICES;
        }
        if (part.getType() == Boolean.class) {
            return Field.Kind.YES_NO;
        }
        if (!choices.isEmpty()) {
            return Field.Kind.CHOICE;
        }
        if (part.getType() == Instant.class) {
            return Field.Kind.MOMENT;
        }
        if (part.getType() == LocalDate.class) {
            return Field.Kind.DAY;
        }
        Integer most = most(part);
        return most != null && most > ONE_LINE ? Field.Kind.WORDS : Field.Kind.TEXT;
    }

    static @Nullable Integer most(RecordComponent part) {
        Size size = annotation(part, Size.class);
        return size == null || part.getType() != String.class ? null : size.max();
    }

    static boolean has(RecordComponent part, Class<? extends Annotation> constraint) {
        return annotation(part, constraint) != null;
    }

    /** Constraints of a component are found on its field. */
    private static <A extends Annotation> @Nullable A annotation(RecordComponent part, Class<A> constraint) {
        try {
            return part.getDeclaringRecord().getDeclaredField(part.getName()).getAnnotation(constraint);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why a form was not taken: what is wrong with which field, and what stands in its way altogether. */
    public record NotTaken(Map<String, String> wrong, List<String> problems) {
        public static final NotTaken NOTHING = new NotTaken(Map.of(), List.of());

        /** What stands in its way altogether, and what is wrong with what these fields do not ask. */
        List<String> beyond(List<Field> fields) {
            Set<String> asked = fields.stream().map(Field::name).collect(Collectors.toSet());
            return Stream.concat(
                            problems.stream(),
                            wrong.entrySet().stream()
                                    .filter(one -> !asked.contains(one.getKey()))
                                    .map(Map.Entry::getValue))
                    .toList();
        }

        static NotTaken because(String problem) {
            return new NotTaken(Map.of(), List.of(problem));
        }

        /** With what is wrong beside the fields it names; a problem that names none stands for itself. */
        static NotTaken because(Problem problem, ProblemAnswers answers) {
            Map<String, String> wrong = new LinkedHashMap<>();
            problem.fields()
                    .forEach(field ->
                            wrong.put(field.field(), answers.said(field).message()));
            return wrong.isEmpty() ? because(answers.sentence(problem)) : new NotTaken(wrong, List.of());
        }
    }

    /** What the button of a step says: what happens. */
    public String button(String step) {
        return words.button(step);
    }

    /** The request of a step, for whoever reads what was said in its form. */
    Class<? extends StepRequest> request(String step) {
        return requests.of(step);
    }
}
