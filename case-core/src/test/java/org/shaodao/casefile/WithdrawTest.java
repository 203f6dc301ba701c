package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.IntakeSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 撤诉. */
class WithdrawTest extends CaseFixture {
    private static IntakeCommand.Withdraw withdraw(By by, WithdrawalWay how) {
        return new IntakeCommand.Withdraw(CASE, by, minutes(30), how, words("已经好了"));
    }

    @Test
    void the_resident_takes_the_demand_back() {
        given(whistled()).when(withdraw(CALLER, WithdrawalWay.OWN_CODE)).expectEvents(WITHDRAWN);
    }

    @Test
    void the_street_enters_a_call_that_was_recorded() {
        given(raised())
                .when(withdraw(OFFICER, WithdrawalWay.RECORDED_CALL))
                .expectEvents(
                        new IntakeEvent.Withdrawn(OFFICER, minutes(30), WithdrawalWay.RECORDED_CALL, words("已经好了")));
    }

    @Test
    void nobody_uses_the_residents_code_for_them() {
        given(raised())
                .when(withdraw(OFFICER, WithdrawalWay.OWN_CODE))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WithdrawalMismatch("OWN_CODE"));
    }

    @Test
    void the_handling_unit_does_not_enter_a_withdrawal() {
        given(whistled())
                .when(withdraw(HEATING_CLERK, WithdrawalWay.RECORDED_CALL))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("withdraw", "UNIT"));
    }

    @Test
    void nor_does_the_officer_who_handles_it_in_another_capacity() {
        given(whistled(new WorkEvent.Accepted(HEATING_CLERK, minutes(10), 1, HEATING, OFFICER.person())))
                .when(withdraw(OFFICER, WithdrawalWay.RECORDED_CALL))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("withdraw"));
    }

    @Test
    void until_the_case_is_closed_its_resident_may_take_it_back() {
        given(answered(verified()))
                .when(withdraw(CALLER, WithdrawalWay.OWN_CODE))
                .expectSuccessfulHandlerExecution();
        given(answered(verified(), closed()))
                .when(withdraw(CALLER, WithdrawalWay.OWN_CODE))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("withdraw", "closed"));
    }

    @Test
    void what_was_at_work_ends_and_every_clock_lapses() {
        CaseFacts facts = ((CaseState.Known)
                        LifeCycleTest.after(List.of(raised(), dispatched(1, lead(HEATING)), clocks(), WITHDRAWN)))
                .facts();
        assertThat(facts.atWork()).isEmpty();
        assertThat(facts.clocks()).isNotEmpty().allMatch(clock -> clock.state() == ClockFacts.State.LAPSED);
    }
}
