package org.shaodao.casefile;

import static org.shaodao.casefile.DisputeSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 同意退单. */
class AgreeToHandBackTest extends CaseFixture {
    private static CallingCommand.Dispatch dispatch(CallingCommand.Call call) {
        return new CallingCommand.Dispatch(CASE, OFFICER, minutes(60), call);
    }

    @Test
    void the_street_agrees_and_calls_another_lead() {
        given(whistled(handedBack(1, HEATING_CLERK)))
                .when(new DisputeCommand.AgreeToHandBack(CASE, OFFICER, minutes(50), 1))
                .expectEvents(agreed(1, HEATING));
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING)))
                .when(dispatch(lead(WATER)))
                .expectEvents(new CallingEvent.Dispatched(
                        OFFICER,
                        minutes(60),
                        3,
                        null,
                        WATER,
                        DispatchRole.LEAD,
                        lead(WATER).task()));
    }

    @Test
    void only_what_was_handed_back_and_not_answered_yet_can_be_agreed_to() {
        given(whistled())
                .when(new DisputeCommand.AgreeToHandBack(CASE, OFFICER, minutes(50), 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DisputeStandsOtherwise(1, "NONE"));
        given(whistled(handedBack(1, HEATING_CLERK), referred(1, HEATING)))
                .when(new DisputeCommand.AgreeToHandBack(CASE, OFFICER, minutes(50), 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DisputeStandsOtherwise(1, "REFERRED"));
    }

    @Test
    void whoever_was_right_to_hand_back_is_not_called_again() {
        given(whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING)))
                .when(dispatch(lead(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.HandedBackBefore(HEATING));
    }

    @Test
    void the_first_receiver_stays_responsible_until_another_lead_takes_the_matter_on() {
        Object[] nobodyLeads = whistled(handedBack(1, HEATING_CLERK), agreed(1, HEATING), finalReply(2, HOUSING_CLERK));
        given(nobodyLeads)
                .when(new ClosingCommand.Verify(CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DispatchOpen(List.of(1)));
        given(whistled(
                        handedBack(1, HEATING_CLERK),
                        agreed(1, HEATING),
                        finalReply(2, HOUSING_CLERK),
                        dispatched(3, lead(WATER)),
                        finalReply(3, WATER_CLERK)))
                .when(new ClosingCommand.Verify(
                        CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")))
                .expectEvents(verified());
    }

    @Test
    void after_so_many_unwilling_leads_the_district_designates() {
        given(
                        raised(),
                        dispatched(1, lead(HEATING)),
                        agreed(1, HEATING),
                        dispatched(2, lead(HOUSING)),
                        agreed(2, HOUSING),
                        dispatched(3, lead("gas-company")),
                        agreed(3, "gas-company"))
                .when(dispatch(lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DesignationNeeded(3));
    }
}
