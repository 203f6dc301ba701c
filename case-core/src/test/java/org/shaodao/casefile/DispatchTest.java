package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
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

    @Test
    void what_the_negative_list_names_is_never_passed_down_to_a_street_or_community() {
        for (CallingCommand.Call call : List.of(lead(COMMUNITY), lead("lishui-street"))) {
            given(about("gas/leak"))
                    .when(dispatch(call))
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.NotAdmitted(call.unit(), "gas-negative", "燃气泄漏的处置"));
        }
        given(about("gas/leak")).when(dispatch(lead(HEATING))).expectSuccessfulHandlerExecution();
    }

    @Test
    void a_units_lawful_duty_is_not_given_to_a_community_which_may_assist() {
        given(raised())
                .when(dispatch(lead(COMMUNITY)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotAdmitted(COMMUNITY, "heating-1", "供热设施的维修"));
        given(whistled()).when(dispatch(assisting(COMMUNITY))).expectSuccessfulHandlerExecution();
        given(about("street/stall")).when(dispatch(lead(COMMUNITY))).expectSuccessfulHandlerExecution();
    }

    private static IntakeEvent.Raised about(String category) {
        return raised().withCategory(category);
    }

    @Test
    void whom_a_demand_is_about_is_not_called_to_solve_it() {
        given(raised())
                .when(dispatch(lead(GAS)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ConcernsTheUnit(GAS));
    }
}
