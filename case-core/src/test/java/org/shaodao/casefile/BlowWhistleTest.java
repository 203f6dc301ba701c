package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 吹哨. */
class BlowWhistleTest extends CaseFixture {
    @Test
    void a_whistle_calls_a_lead_and_assisting_units_each_with_a_dispatch_of_its_own() {
        given(raised())
                .when(blowWhistle(lead(HEATING), assisting(HOUSING)))
                .expectEvents(whistleBlown(1), dispatched(1, lead(HEATING)), dispatched(2, assisting(HOUSING)));
    }

    @Test
    void a_second_whistle_adds_assisting_units() {
        given(whistled())
                .when(blowWhistle(assisting(WATER)))
                .expectEvents(
                        whistleBlown(2),
                        new CallingEvent.Dispatched(
                                OFFICER, minutes(5), 3, 2, WATER, DispatchRole.ASSISTING, words("到场配合")));
    }

    @Test
    void no_lead_is_refused() {
        given(raised())
                .when(blowWhistle(assisting(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void a_whistle_that_calls_nobody_is_refused() {
        given(raised())
                .when(blowWhistle())
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void two_leads_are_refused() {
        given(raised())
                .when(blowWhistle(lead(HEATING), lead(HOUSING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }

    @Test
    void a_second_lead_beside_the_one_at_work_is_refused() {
        given(whistled())
                .when(blowWhistle(lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }

    @Test
    void a_unit_at_work_is_not_called_again() {
        given(whistled())
                .when(blowWhistle(assisting(HOUSING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnitCalledTwice(HOUSING));
    }

    @Test
    void a_street_does_not_whistle_for_itself() {
        given(raised())
                .when(blowWhistle(lead(STREET)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnUnit(STREET));
    }

    @Test
    void a_called_unit_does_not_whistle() {
        given(whistled())
                .when(new CallingCommand.BlowWhistle(
                        CASE,
                        HEATING_CLERK,
                        minutes(20),
                        "resident-demand",
                        words("我们也吹"),
                        ReportMode.ONLINE,
                        null,
                        null,
                        null,
                        "officer-3",
                        List.of(assisting(WATER))))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("blow-whistle", "UNIT"));
    }

    @Test
    void a_closed_case_is_reopened_before_anybody_is_called() {
        given(answered(verified(), closed()))
                .when(blowWhistle(lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("blow-whistle", "closed"));
    }
}
