package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 催单. */
class ChaseTest extends CaseFixture {
    @Test
    void every_chase_is_counted() {
        given(whistled(new IntakeEvent.Chased(CALLER, minutes(60), 1, null)))
                .when(new IntakeCommand.Chase(CASE, CALLER, minutes(90), null))
                .expectEvents(new IntakeEvent.Chased(CALLER, minutes(90), 2, null));
    }

    @Test
    void a_closed_case_is_reopened_not_urged_on() {
        given(answered(verified(), closed()))
                .when(new IntakeCommand.Chase(CASE, CALLER, minutes(2000), null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("chase", "closed"));
    }
}
