package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 离场. */
class LeaveTest extends CaseFixture {
    private static final WorkCommand.Leave LEAVE =
            new WorkCommand.Leave(CASE, HEATING_CLERK, minutes(120), 1, words("去取阀门"));

    @Test
    void who_leaves_before_being_released_is_recorded_as_such() {
        given(whistled(arrived(1, HEATING_CLERK))).when(LEAVE).expectEvents(left(1, HEATING_CLERK));
    }

    @Test
    void who_is_done_leaves_freely() {
        given(whistled(arrived(1, HEATING_CLERK), finalReply(1, HEATING_CLERK)))
                .when(LEAVE)
                .expectEvents(freely());
    }

    @Test
    void who_was_not_whistled_leaves_freely() {
        CallingCommand.Call call = lead(HEATING);
        given(
                        raised(),
                        new CallingEvent.Dispatched(OFFICER, minutes(5), 1, null, HEATING, call.role(), call.task()),
                        arrived(1, HEATING_CLERK))
                .when(LEAVE)
                .expectEvents(freely());
    }

    @Test
    void who_never_came_does_not_leave() {
        given(whistled())
                .when(LEAVE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotThere(1));
    }

    @Test
    void who_stayed_until_the_case_was_closed_leaves_all_the_same() {
        given(whistled(
                        arrived(1, HEATING_CLERK),
                        finalReply(1, HEATING_CLERK),
                        finalReply(2, HOUSING_CLERK),
                        verified(),
                        closed()))
                .when(LEAVE)
                .expectEvents(freely());
    }

    private static WorkEvent.Left freely() {
        return new WorkEvent.Left(HEATING_CLERK, minutes(120), 1, HEATING, true, words("去取阀门"));
    }
}
