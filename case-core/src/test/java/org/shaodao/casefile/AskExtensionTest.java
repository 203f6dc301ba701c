package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 延期申请. */
class AskExtensionTest extends CaseFixture {
    private static final Instant DUE = clocks().clocks().getLast().due().at();
    private static Instant now = minutes(2000);

    AskExtensionTest() {
        super(() -> now, SampleRules.RULES);
    }

    @BeforeEach
    void two_days_on() {
        now = minutes(2000);
    }

    private static ExtensionCommand.AskExtension ask(By by, Instant until) {
        return new ExtensionCommand.AskExtension(CASE, by, minutes(2000), 1, until, words("备件要从外地调来"));
    }

    @Test
    void a_unit_asks_for_time_until_then_and_its_clock_runs_on() {
        given(whistled(clocks())).when(ask(HEATING_CLERK, LATER)).expectEvents(extensionAsked());
    }

    @Test
    void at_the_due_instant_it_is_not_too_late() {
        now = DUE;
        given(whistled(clocks(), deadlineMissed()))
                .when(ask(HEATING_CLERK, LATER))
                .expectEvents(extensionAsked());
    }

    @Test
    void after_the_due_instant_it_is_whatever_time_it_is_said_to_have_been() {
        now = DUE.plusMillis(1);
        refuses(new CaseRefusal.ExtensionTooLate(1, DUE), LATER, clocks());
    }

    @Test
    void what_is_not_decided_is_not_asked_for_again() {
        refuses(new CaseRefusal.ExtensionPending(1), LATER, clocks(), extensionAsked());
    }

    @Test
    void a_denied_request_may_be_followed_by_another() {
        given(whistled(
                        clocks(),
                        extensionAsked(),
                        new ExtensionEvent.ExtensionDenied(OFFICER, minutes(2000), 1, HEATING, words("否"))))
                .when(ask(HEATING_CLERK, LATER))
                .expectEvents(extensionAsked());
    }

    @Test
    void the_policy_pack_says_how_often() {
        refuses(
                new CaseRefusal.ExtensionsUsedUp(1, 1),
                LATER.plusSeconds(60),
                clocks(),
                extensionAsked(),
                new ExtensionEvent.ExtensionGranted(OFFICER, minutes(2000), 1, HEATING, LATER, words("是")),
                extended(LATER));
    }

    @Test
    void no_more_time_is_no_extension() {
        refuses(new CaseRefusal.ExtensionTooShort(DUE, DUE), DUE, clocks());
    }

    @Test
    void time_that_stands_still_cannot_be_extended() {
        refuses(new CaseRefusal.NothingToExtend(1), LATER, clocks(), parkingProposed(), parked());
    }

    @Test
    void another_unit_asks_for_itself() {
        given(whistled(clocks()))
                .when(ask(HOUSING_CLERK, LATER))
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
        given(whistled(clocks()))
                .when(ask(OFFICER, LATER))
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
    }

    private void refuses(CaseRefusal why, Instant until, Object... since) {
        given(whistled(since))
                .when(ask(HEATING_CLERK, until))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(why);
    }
}
