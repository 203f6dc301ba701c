package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 增派. */
class AddUnitTest extends CaseFixture {
    private static CallingCommand.AddUnit addUnit(int whistle, CallingCommand.Call call) {
        return new CallingCommand.AddUnit(CASE, OFFICER, minutes(5), whistle, call);
    }

    @Test
    void one_more_unit_assists_in_the_same_whistle() {
        given(whistled()).when(addUnit(1, assisting(WATER))).expectEvents(dispatched(3, assisting(WATER)));
    }

    @Test
    void a_second_lead_is_not_added_while_the_first_is_at_work() {
        given(whistled())
                .when(addUnit(1, lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }

    @Test
    void a_lead_is_added_where_none_is_at_work() {
        given(answered()).when(addUnit(1, lead(WATER))).expectEvents(dispatched(3, lead(WATER)));
    }

    @Test
    void nobody_is_added_to_a_whistle_that_was_never_blown_or_was_taken_back() {
        given(whistled())
                .when(addUnit(2, assisting(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownWhistle(2));
        given(whistled(WithdrawWhistleTest.withdrawn(1, 2)))
                .when(addUnit(1, lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyWithdrawn(1));
    }
}
