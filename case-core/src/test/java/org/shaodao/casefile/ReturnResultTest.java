package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 回传. */
class ReturnResultTest extends CaseFixture {
    private static final IntakeCommand.ReturnResult RETURN =
            new IntakeCommand.ReturnResult(CASE, OFFICER, minutes(2000), words("已恢复供热"));
    private static final CaseEvent RETURNED = new IntakeEvent.ResultReturned(
            OFFICER, minutes(330), Objects.requireNonNull(raise().outside()), words("已恢复供热"));

    @Test
    void the_outside_system_is_told_the_result() {
        given(answered(verified()))
                .when(RETURN)
                .expectEvents(new IntakeEvent.ResultReturned(
                        OFFICER, minutes(2000), Objects.requireNonNull(raise().outside()), words("已恢复供热")));
    }

    @Test
    void the_system_that_sent_the_demand_says_itself_that_it_has_the_result() {
        given(answered(verified()))
                .when(new IntakeCommand.ReturnResult(CASE, CITY_HOTLINE, minutes(2000), words("已恢复供热")))
                .expectEvents(new IntakeEvent.ResultReturned(
                        CITY_HOTLINE, minutes(2000), Objects.requireNonNull(raise().outside()), words("已恢复供热")));
    }

    @Test
    void for_any_other_system_there_is_no_such_case() {
        By another = new By("key-8", "another-hotline", Role.OUTSIDE, null);
        given(answered(verified()))
                .when(new IntakeCommand.ReturnResult(CASE, another, minutes(2000), words("已恢复供热")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void once_per_result() {
        given(answered(verified(), RETURNED, closed()))
                .when(RETURN)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ResultReturnedAlready());
    }

    @Test
    void after_reopening_there_is_a_new_result() {
        given(answered(
                        verified(),
                        RETURNED,
                        closed(),
                        reopened(),
                        new ClosingEvent.Verified(OFFICER, minutes(1600), VerificationBasis.ON_SITE, null)))
                .when(RETURN)
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void before_verification_there_is_none() {
        given(answered())
                .when(RETURN)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("return-result", "handling"));
    }
}
