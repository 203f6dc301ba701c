package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Refused;

/** 紧急移交. */
class HandToEmergencyTest extends CaseFixture {
    private static final IntakeEvent.HandedToEmergency HANDED =
            new IntakeEvent.HandedToEmergency(OFFICER, minutes(4), EmergencyService.FIRE, words("接警员 12 号"), null);

    private static final ClosingCommand.Close CLOSE =
            new ClosingCommand.Close(CASE, OFFICER, minutes(320), words("供热恢复"), List.of(Evidence.PHOTO), attached());

    @Test
    void a_unit_on_the_spot_hands_over_what_it_cannot_wait_with() {
        given(whistled())
                .when(new IntakeCommand.HandToEmergency(
                        CASE, HEATING_CLERK, minutes(20), EmergencyService.AMBULANCE, words("接线员"), words("有人晕倒")))
                .expectEvents(new IntakeEvent.HandedToEmergency(
                        HEATING_CLERK, minutes(20), EmergencyService.AMBULANCE, words("接线员"), words("有人晕倒")));
    }

    @Test
    void a_case_that_was_only_handed_over_is_closed_by_the_street() {
        given(raised(), HANDED).when(CLOSE).expectEvents(closed());
    }

    @Test
    void once_units_are_at_work_their_work_is_verified_first() {
        given(whistled(HANDED))
                .when(CLOSE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("close", "handling"));
    }

    @Test
    void without_a_handover_a_raised_case_is_not_closed() {
        given(raised())
                .when(CLOSE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("close", "raised"));
    }
}
