package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 准予撤离. */
class ReleaseTest extends CaseFixture {
    private static CallingCommand.Release release(int dispatch) {
        return new CallingCommand.Release(CASE, OFFICER, minutes(30), dispatch, words("现场已处置完毕"));
    }

    private static CallingEvent.Released released(int dispatch, String unit) {
        return new CallingEvent.Released(OFFICER, minutes(30), dispatch, unit, words("现场已处置完毕"));
    }

    @Test
    void a_unit_is_released_before_or_after_its_reply_but_once() {
        given(whistled()).when(release(2)).expectEvents(released(2, HOUSING));
        given(whistled(finalReply(2, HOUSING_CLERK))).when(release(2)).expectEvents(released(2, HOUSING));
        given(whistled(released(2, HOUSING)))
                .when(release(2))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(2, "RELEASED"));
    }

    @Test
    void a_unit_released_without_a_reply_owes_none() {
        given(whistled(released(2, HOUSING), finalReply(1, HEATING_CLERK)))
                .when(new ClosingCommand.Verify(
                        CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")))
                .expectEvents(verified());
    }

    @Test
    void a_lead_that_has_not_answered_stays_while_others_are_at_work() {
        given(whistled())
                .when(release(1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.LeadStays(1));
        given(whistled(finalReply(2, HOUSING_CLERK))).when(release(1)).expectEvents(released(1, HEATING));
    }

    @Test
    void whoever_has_to_work_again_has_to_stay_again() {
        given(answered(released(1, HEATING), reworkOrdered(1, HEATING)))
                .when(release(1))
                .expectEvents(released(1, HEATING));
    }

    @Test
    void whoever_was_dispatched_without_a_whistle_needs_no_leave() {
        given(raised(), takenOn(1, COMMUNITY))
                .when(release(1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotWhistled(1));
    }
}
