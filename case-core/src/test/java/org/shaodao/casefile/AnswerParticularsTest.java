package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 补充答复. */
class AnswerParticularsTest extends CaseFixture {
    private static WorkCommand.AnswerParticulars answer(By by) {
        return new WorkCommand.AnswerParticulars(CASE, by, minutes(17), 1, words("次卧"));
    }

    private static WorkEvent.ParticularsAnswered answered(By by) {
        return new WorkEvent.ParticularsAnswered(by, minutes(17), 1, HEATING, words("次卧"));
    }

    @Test
    void street_or_resident_tell_the_unit() {
        for (By by : List.of(OFFICER, CALLER)) {
            given(whistled(asked(1, HEATING_CLERK))).when(answer(by)).expectEvents(answered(by));
        }
    }

    @Test
    void a_question_that_nobody_asked_or_that_was_answered_is_not_answered() {
        for (Object[] since : new Object[][] {{}, {asked(1, HEATING_CLERK), answered(OFFICER)}}) {
            given(whistled(since))
                    .when(answer(OFFICER))
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.NothingAsked(1));
        }
    }
}
