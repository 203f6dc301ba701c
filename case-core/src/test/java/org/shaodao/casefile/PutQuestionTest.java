package org.shaodao.casefile;

import static org.shaodao.casefile.IntakeSamples.*;
import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 询问、回答询问. */
class PutQuestionTest extends CaseFixture {
    private static IntakeCommand.AnswerQuestion answer(By by, Integer question) {
        return new IntakeCommand.AnswerQuestion(CASE, by, minutes(50), question, words("去年十月"));
    }

    private static final CaseEvent ANSWERED =
            new IntakeEvent.QuestionAnswered(HOUSING_CLERK, minutes(50), 1, HOUSING, words("去年十月"));

    @Test
    void questions_are_numbered() {
        given(raised(), QUESTION_PUT)
                .when(new IntakeCommand.PutQuestion(CASE, OFFICER, minutes(6), WATER, words("何时停水?")))
                .expectEvents(new IntakeEvent.QuestionPut(OFFICER, minutes(6), 2, WATER, words("何时停水?")));
    }

    @Test
    void the_unit_asked_answers_though_it_may_not_know_of_the_case() {
        given(raised(), QUESTION_PUT).when(answer(HOUSING_CLERK, 1)).expectEvents(ANSWERED);
    }

    @Test
    void the_recused_street_answers_the_district() {
        given(raised(), RECUSED, new IntakeEvent.QuestionPut(SUPERVISOR, minutes(4), 1, STREET, words("为何拖延?")))
                .when(answer(OFFICER, 1))
                .expectEvents(new IntakeEvent.QuestionAnswered(OFFICER, minutes(50), 1, STREET, words("去年十月")));
    }

    @Test
    void another_unit_does_not_even_learn_of_the_case() {
        given(raised(), QUESTION_PUT)
                .when(answer(WATER_CLERK, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void who_knows_of_the_case_does_not_answer_for_another() {
        given(whistled(QUESTION_PUT))
                .when(answer(HEATING_CLERK, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownQuestion(1));
    }

    @Test
    void a_question_is_answered_once() {
        given(raised(), QUESTION_PUT, ANSWERED)
                .when(answer(HOUSING_CLERK, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.QuestionAnsweredAlready(1));
    }
}
