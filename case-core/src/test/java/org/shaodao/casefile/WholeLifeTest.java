package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.casefile.Sample.*;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.Refused;

/** The whole life of one case, told as a story. */
class WholeLifeTest {
    private final List<CaseEvent> history = new ArrayList<>();
    private CaseState state = new CaseState.Unborn();

    @Test
    void a_cold_home_in_january() {
        // On a morning in January Mrs Wang calls: her home is cold, and her mother lives with her.
        ask(raise());
        assertThat(state).isInstanceOf(CaseState.Raised.class);

        // The street cannot mend pipes. It blows the whistle for the heating company, and for the housing bureau to
        // help.
        ask(blowWhistle(lead(HEATING), assisting(HOUSING)));
        assertThat(state).isInstanceOf(CaseState.Handling.class);

        // Both units have seen it, each for itself; the heating company names a handler.
        ask(new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(12), 1));
        ask(new WorkCommand.Acknowledge(CASE, HOUSING_CLERK, minutes(14), 2));
        ask(new WorkCommand.Accept(CASE, HEATING_CLERK, minutes(15), 1, "handler-9"));

        // They say that they will come in the afternoon, and they come.
        ask(new WorkCommand.Reply(
                CASE,
                HEATING_CLERK,
                minutes(40),
                1,
                ReplyKind.INTERIM,
                null,
                words("下午上门"),
                List.of(),
                null,
                null,
                null,
                null));
        ask(new WorkCommand.Reply(
                CASE,
                HEATING_CLERK,
                minutes(190),
                1,
                ReplyKind.FINAL,
                Outcome.SOLVED,
                words("已更换阀门"),
                List.of(),
                null,
                null,
                null,
                null));

        // The street cannot verify yet: the housing bureau still owes its reply.
        assertThatThrownBy(() -> ask(new ClosingCommand.Verify(
                        CASE, OFFICER, minutes(195), VerificationBasis.ON_SITE, words("看过了"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new CaseRefusal.DispatchOpen(List.of(2))));
        ask(new WorkCommand.Reply(
                CASE,
                HOUSING_CLERK,
                minutes(198),
                2,
                ReplyKind.FINAL,
                Outcome.EXPLAINED,
                words("楼内管线完好"),
                List.of(),
                null,
                null,
                null,
                null));

        // The grid worker finds one room still cold. The work goes back, is done again, and this time it is warm.
        ask(new ClosingCommand.OrderRework(CASE, OFFICER, minutes(200), 1, words("次卧仍然不热")));
        ask(new WorkCommand.Reply(
                CASE,
                HEATING_CLERK,
                minutes(230),
                1,
                ReplyKind.FINAL,
                Outcome.SOLVED,
                words("次卧已排气"),
                List.of(),
                null,
                null,
                null,
                null));
        ask(new ClosingCommand.Verify(CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")));
        assertThat(state).isInstanceOf(CaseState.Verified.class);

        // The district calls Mrs Wang: yes, they called her; yes, it is warm; basically satisfied, they came late.
        ask(new RatingCommand.FollowUp(
                CASE,
                SUPERVISOR,
                minutes(300),
                null,
                CallResult.REACHED,
                true,
                Solved.YES,
                Satisfied.BASICALLY,
                words("晚了")));
        ask(new ClosingCommand.Close(CASE, OFFICER, minutes(320), words("供热恢复"), List.of(), null));
        assertThat(state).isInstanceOf(CaseState.Closed.class);

        // Next day it is cold again. She says so herself, the case goes on where it was, and its history stays.
        ask(new ClosingCommand.Reopen(CASE, CALLER, minutes(1500), words("今早又不热了")));
        ask(new ClosingCommand.OrderRework(CASE, OFFICER, minutes(1510), 1, words("请彻底检修")));
        ask(new WorkCommand.Reply(
                CASE,
                HEATING_CLERK,
                minutes(1600),
                1,
                ReplyKind.FINAL,
                Outcome.SOLVED,
                words("更换循环泵"),
                List.of(),
                null,
                null,
                null,
                null));
        ask(new ClosingCommand.Verify(CASE, OFFICER, minutes(1700), VerificationBasis.RESIDENT, null));
        ask(new ClosingCommand.Close(CASE, OFFICER, minutes(1710), null, List.of(), null));

        assertThat(history).hasSize(20);
        assertThat(LifeCycleTest.after(history)).isEqualTo(state);
    }

    private void ask(CaseCommand command) {
        for (CaseEvent event : state.decide(command, null)) {
            history.add(event);
            state = state.after(event, event.occurredAt());
        }
    }
}
