package org.shaodao.parts;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Forms of requests that are about no case: made from what the API takes, checked as it checks, refused in words. */
@Component
public class RequestForms {
    private final Validator validator;
    private final ProblemAnswers answers;
    private final FormWords words;
    private final ShaodaoSettings settings;

    RequestForms(Validator validator, ProblemAnswers answers, FormWords words, ShaodaoSettings settings) {
        this.validator = validator;
        this.answers = answers;
        this.words = words;
        this.settings = settings;
    }

    /**
     * What is asked for.
     *
     * @param act its name in the API, for example {@code give-role}
     * @param about what it is about: another one has drafts of its own; null = something new
     * @param action where the form is sent
     * @param cancel where the way back leads
     * @param choices what may be chosen, by field; one that is not named is chosen from its type, or written into
     * @param open fields in which something else may be written than what may be chosen
     * @param grave whether it cannot be taken back
     */
    public record Asked<R extends Record>(
            String act,
            Class<R> type,
            @Nullable String about,
            String action,
            String cancel,
            Map<String, List<Choice>> choices,
            Set<String> open,
            boolean grave) {
        /** Under which the browser keeps what was typed. */
        public String id() {
            return about == null ? act : act + '-' + about;
        }
    }

    /**
     * What came of it.
     *
     * @param done null where it was not done
     */
    public record Outcome<T>(@Nullable T done, NotTaken not) {}

    /**
     * The form of it, with a new key: what is made by it goes by that key, so that the form sent twice makes one thing.
     *
     * @param values what stands in it, by field
     * @param not why it was not taken; {@link NotTaken#NOTHING} the first time
     */
    public Form form(Asked<?> asked, MultiValueMap<String, String> values, NotTaken not) {
        List<Field> fields = Stream.of(asked.type().getRecordComponents())
                .map(part -> field(asked, part, values, not))
                .toList();
        return new Form(
                asked.id(),
                asked.action(),
                UuidCreator.getTimeOrderedEpoch().toString(),
                words.button(asked.act()),
                asked.grave(),
                words.effect(asked.act()),
                asked.cancel(),
                fields,
                not.beyond(fields));
    }

    /** Reads and checks what was said, and does it. */
    public <R extends Record, T> Outcome<T> take(
            Class<R> type, MultiValueMap<String, String> said, Function<R, T> deed) {
        Said<R> read = Said.read(type, said, settings.zone());
        NotTaken wrong = read.check(validator, words);
        R request = read.request();
        if (request == null || !wrong.wrong().isEmpty()) {
            return new Outcome<>(null, wrong);
        }
        try {
            return new Outcome<>(deed.apply(request), NotTaken.NOTHING);
        } catch (Refused e) {
            String sentence = answers.sentence(e.refusal());
            return new Outcome<>(
                    null,
                    e.refusal() instanceof CaseRefusal.UnknownCode code
                            ? new NotTaken(Map.of(code.field(), sentence), List.of())
                            : NotTaken.because(sentence));
        } catch (Problem e) {
            return new Outcome<>(null, NotTaken.because(e, answers));
        }
    }

    private Field field(Asked<?> asked, RecordComponent part, MultiValueMap<String, String> values, NotTaken not) {
        String name = part.getName();
        List<Choice> from = asked.choices().getOrDefault(name, ofType(part));
        return new Field(
                name,
                StepForms.kind(part, asked.open().contains(name) ? List.of() : from),
                words.label(asked.act(), name),
                StepForms.has(part, NotNull.class) || StepForms.has(part, NotBlank.class),
                StepForms.most(part),
                words.hint(asked.act(), name),
                from,
                Objects.requireNonNullElse(values.get(name), List.of()),
                not.wrong().get(name));
    }

    private List<Choice> ofType(RecordComponent part) {
        boolean several = part.getType() == List.class || part.getType() == Set.class;
        Class<?> type = several ? Said.element(part) : part.getType();
        Stream<String> codes = type == Boolean.class
                ? Stream.of("true", "false")
                : Stream.of(Objects.requireNonNullElse(type.getEnumConstants(), new Object[0]))
                        .map(choice -> ((Enum<?>) choice).name());
        return codes.map(code -> new Choice(code, words.choice(part.getName(), code)))
                .toList();
    }
}
