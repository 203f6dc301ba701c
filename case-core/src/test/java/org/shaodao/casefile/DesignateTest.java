package org.shaodao.casefile;

import static org.shaodao.casefile.DisputeSamples.*;
import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 指定承办. */
class DesignateTest extends CaseFixture {
    private static DisputeCommand.Designate designate(String unit) {
        return new DisputeCommand.Designate(CASE, SUPERVISOR, minutes(90), unit, words("查明原因并恢复供热"));
    }

    @Test
    void the_district_names_the_lead_where_nobody_called_was_willing() {
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING)))
                .when(designate(WATER))
                .expectEvents(
                        new DisputeEvent.Designated(SUPERVISOR, minutes(90), 3, WATER),
                        new CallingEvent.Dispatched(
                                SUPERVISOR, minutes(90), 3, null, WATER, DispatchRole.LEAD, words("查明原因并恢复供热")));
    }

    @Test
    void not_while_a_lead_is_at_work_or_before_any_handed_back() {
        given(whistled())
                .when(designate(WATER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToDesignate());
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING), dispatched(3, lead("gas-company"))))
                .when(designate(WATER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToDesignate());
    }

    @Test
    void never_the_street_itself() {
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING)))
                .when(designate(STREET))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnUnit(STREET));
    }

    @Test
    void never_for_a_matter_that_is_not_to_be_passed_down_or_is_about_the_unit() {
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING)))
                .when(designate(COMMUNITY))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotAdmitted(COMMUNITY, "heating-1", "供热设施的维修"));
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING)))
                .when(designate(GAS))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ConcernsTheUnit(GAS));
    }
}
