package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 直派. */
class DispatchTest extends CaseFixture {
    private CallingCommand.Dispatch dispatch(CallingCommand.Call call) {
        return new CallingCommand.Dispatch(CASE, OFFICER, minutes(5), call);
    }

    @Test
    void one_unit_is_dispatched_without_a_whistle() {
        given(raised())
                .when(dispatch(lead(HEATING)))
                .expectEvents(new CallingEvent.Dispatched(
                        OFFICER,
                        minutes(5),
                        1,
                        null,
                        HEATING,
                        DispatchRole.LEAD,
                        lead(HEATING).task()));
    }

    @Test
    void an_assisting_unit_alone_is_refused() {
        given(raised())
                .when(dispatch(assisting(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void nobody_is_dispatched_before_the_demand_was_raised() {
        given(raised())
                .when(new CallingCommand.Dispatch(CASE, OFFICER, MORNING.minusSeconds(1), lead(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.BeforeTheCase(MORNING.minusSeconds(1), MORNING));
    }
}
