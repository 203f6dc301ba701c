package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 不予受理. */
class NotAcceptTest extends CaseFixture {
    private final IntakeCommand.NotAccept notAccept =
            new IntakeCommand.NotAccept(CASE, OFFICER, minutes(2), LegalRoute.LITIGATION, words("已由法院受理"));

    @Test
    void a_demand_that_belongs_before_a_court_is_not_accepted() {
        given(raised()).when(notAccept).expectEvents(notAccepted());
    }

    @Test
    void what_units_already_work_on_was_accepted() {
        given(whistled())
                .when(notAccept)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("not-accept", "handling"));
    }

    @Test
    void another_street_does_not_even_learn_that_the_case_exists() {
        given(raised())
                .when(new IntakeCommand.NotAccept(CASE, OTHER_STREET, minutes(2), LegalRoute.LITIGATION, words("不归我们")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }
}
