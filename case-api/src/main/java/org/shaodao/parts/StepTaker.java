package org.shaodao.parts;

import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseDesk;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.Receipt;
import org.shaodao.casefile.StepRequest;
import org.shaodao.fact.Refused;
import org.shaodao.parts.StepForms.NotTaken;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.web.RequestMark;
import org.shaodao.wiring.ShaodaoSettings;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Takes a step as a form says it: checked as the API checks it, refused in words. */
@Component
public class StepTaker {
    private final StepForms forms;
    private final CaseDesk desk;
    private final Validator validator;
    private final ProblemAnswers answers;
    private final FormWords words;
    private final ShaodaoSettings settings;

    StepTaker(
            StepForms forms,
            CaseDesk desk,
            Validator validator,
            ProblemAnswers answers,
            FormWords words,
            ShaodaoSettings settings) {
        this.forms = forms;
        this.desk = desk;
        this.validator = validator;
        this.answers = answers;
        this.words = words;
        this.settings = settings;
    }

    /**
     * What came of it.
     *
     * @param receipt null where the step was not taken
     */
    public record Outcome(@Nullable Receipt receipt, NotTaken not) {
        static Outcome not(NotTaken why) {
            return new Outcome(null, why);
        }
    }

    /**
     * Takes a step.
     *
     * @param number of the dispatch, whistle or commitment it is about; null = the case itself
     */
    public Outcome take(
            UUID caseId, @Nullable Integer number, String step, MultiValueMap<String, String> form, RequestMark mark) {
        Said<? extends StepRequest> said = Said.read(forms.request(step), form, settings.zone());
        StepRequest request = said.request();
        NotTaken wrong = said.check(validator, words);
        return request == null || !wrong.wrong().isEmpty() ? Outcome.not(wrong) : take(caseId, number, request, mark);
    }

    /** What is wrong with the fields of a form, as far as that can be seen without the case. */
    public NotTaken check(String step, MultiValueMap<String, String> form) {
        return Said.read(forms.request(step), form, settings.zone()).check(validator, words);
    }

    private Outcome take(UUID caseId, @Nullable Integer number, StepRequest request, RequestMark mark) {
        try {
            Receipt receipt =
                    number == null ? desk.take(caseId, request, mark) : desk.take(caseId, number, request, mark);
            return new Outcome(receipt, NotTaken.NOTHING);
        } catch (Refused e) {
            if (e.refusal() instanceof CaseRefusal.UnknownCase) {
                throw e;
            }
            String sentence = answers.sentence(e.refusal());
            return Outcome.not(
                    e.refusal() instanceof CaseRefusal.UnknownCode code
                            ? new NotTaken(Map.of(code.field(), sentence), List.of())
                            : NotTaken.because(sentence));
        } catch (Problem e) {
            if (e.fields().isEmpty()) {
                throw e;
            }
            return Outcome.not(NotTaken.because(e, answers));
        }
    }

    /** Why a file was not taken. */
    public String why(Problem refused) {
        return refused.fields().isEmpty()
                ? answers.sentence(refused)
                : answers.said(refused.fields().getFirst()).message();
    }
}
