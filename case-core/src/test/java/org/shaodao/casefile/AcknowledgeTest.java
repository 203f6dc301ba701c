package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 签收. */
class AcknowledgeTest extends CaseFixture {
    private static WorkCommand.Acknowledge acknowledge(int dispatch, By by) {
        return new WorkCommand.Acknowledge(CASE, by, minutes(12), dispatch);
    }

    @Test
    void a_unit_acknowledges_its_dispatch() {
        given(whistled()).when(acknowledge(1, HEATING_CLERK)).expectEvents(acknowledged(1, HEATING_CLERK));
    }

    @Test
    void two_units_acknowledge_each_their_own() {
        given(whistled(acknowledged(1, HEATING_CLERK)))
                .when(acknowledge(2, HOUSING_CLERK))
                .expectEvents(acknowledged(2, HOUSING_CLERK));
    }

    @Test
    void the_second_person_of_a_unit_learns_that_it_is_done() {
        given(whistled(acknowledged(1, HEATING_CLERK)))
                .when(acknowledge(1, new By("account-22", HEATING, Role.UNIT, null)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "ACKNOWLEDGED"));
    }

    @Test
    void a_unit_that_replied_has_long_seen_it() {
        given(whistled(finalReply(1, HEATING_CLERK)))
                .when(acknowledge(1, HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "REPLIED"));
    }

    @Test
    void another_units_dispatch_is_not_acknowledged() {
        given(whistled())
                .when(acknowledge(1, HOUSING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
    }

    @Test
    void a_unit_that_was_not_called_does_not_learn_that_the_case_exists() {
        given(whistled())
                .when(acknowledge(1, WATER_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void a_number_that_was_never_dispatched_is_unknown() {
        given(whistled())
                .when(acknowledge(9, HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownDispatch(9));
    }

    @Test
    void nobody_acknowledges_before_anybody_was_called() {
        given(raised())
                .when(acknowledge(1, HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void the_street_does_not_acknowledge_for_a_unit() {
        given(whistled())
                .when(acknowledge(1, OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
    }
}
