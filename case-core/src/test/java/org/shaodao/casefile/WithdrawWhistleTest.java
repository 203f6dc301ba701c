package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 撤哨. */
class WithdrawWhistleTest extends CaseFixture {
    static CallingEvent.WhistleWithdrawn withdrawn(Integer... dispatches) {
        return new CallingEvent.WhistleWithdrawn(OFFICER, minutes(30), 1, List.of(dispatches), words("已自行恢复"));
    }

    private static CallingCommand.WithdrawWhistle withdraw() {
        return new CallingCommand.WithdrawWhistle(CASE, OFFICER, minutes(30), 1, words("已自行恢复"));
    }

    @Test
    void whoever_has_not_answered_need_not_any_more() {
        given(whistled()).when(withdraw()).expectEvents(withdrawn(1, 2));
        given(whistled(finalReply(1, HEATING_CLERK))).when(withdraw()).expectEvents(withdrawn(2));
    }

    @Test
    void a_case_that_nobody_answered_may_still_be_declined() {
        given(whistled(withdrawn(1, 2)))
                .when(new IntakeCommand.NotAccept(CASE, OFFICER, minutes(2), LegalRoute.LITIGATION, words("已由法院受理")))
                .expectEvents(notAccepted());
    }

    @Test
    void a_case_that_somebody_answered_goes_on() {
        given(whistled(finalReply(1, HEATING_CLERK), withdrawn(2)))
                .when(new ClosingCommand.Verify(
                        CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")))
                .expectEvents(verified());
    }

    @Test
    void assisting_units_are_not_called_after_the_lead_ended() {
        given(whistled(withdrawn(1, 2)))
                .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(40), assisting(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void a_whistle_that_everybody_answered_is_not_taken_back() {
        given(answered())
                .when(withdraw())
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToWithdraw(1));
    }

    @Test
    void to_take_a_whistle_back_from_a_unit_that_handed_back_is_to_agree_with_it() {
        given(whistled(DisputeSamples.handedBack(1, HEATING_CLERK), withdrawn(1, 2)))
                .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(40), lead(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.HandedBackBefore(HEATING));
    }
}
