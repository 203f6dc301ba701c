package org.shaodao.casefile;

import static org.shaodao.casefile.DisputeSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.Refused;

/** 不同意退单, 提请裁定. */
class RefuseHandBackTest extends CaseFixture {
    private static final Instant DUE = answerDue().clocks().getFirst().due().at();
    private static Instant now = MORNING;

    RefuseHandBackTest() {
        super(() -> now, SampleRules.NO_CLOCKS);
    }

    @Test
    void what_the_street_refuses_goes_to_the_district() {
        now = minutes(50);
        given(whistled(handedBack(1, HEATING_CLERK), answerDue()))
                .when(new DisputeCommand.RefuseHandBack(CASE, OFFICER, minutes(50), 1, words("管网属于你单位")))
                .expectEvents(
                        new DisputeEvent.HandBackRefused(OFFICER, minutes(50), 1, HEATING, words("管网属于你单位")),
                        referred(1, HEATING));
    }

    @Test
    void what_the_street_is_silent_about_goes_to_the_district_too_and_its_silence_is_kept() {
        now = DUE.plusSeconds(40);
        given(whistled(handedBack(1, HEATING_CLERK), answerDue()))
                .when(new DisputeCommand.ReferDispute(CASE, WATCHER, now, 1))
                .expectEvents(
                        new ClockEvent.DeadlineMissed(WATCHER, DUE, 1, null, ClockKind.HAND_BACK_ANSWER, 1, DUE, now),
                        new DisputeEvent.DisputeReferred(WATCHER, now, 1, HEATING));
    }

    @Test
    void nothing_goes_to_the_district_by_itself_while_the_street_has_time() {
        now = DUE;
        given(whistled(handedBack(1, HEATING_CLERK), answerDue()))
                .when(new DisputeCommand.ReferDispute(CASE, WATCHER, now, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotMissed(ClockKind.HAND_BACK_ANSWER));
    }
}
