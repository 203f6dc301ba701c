package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 重办研判. */
class DecideOnUnsolvedTest extends CaseFixture {
    private static final By COLLEAGUE = new By("account-9", STREET, Role.STREET, null);

    private static final Object[] NOT_SOLVED = answered(verified(), notSolved());

    private static RatingCommand.DecideOnUnsolved decide(By by, RedoDecision redo, @Nullable String ground) {
        return new RatingCommand.DecideOnUnsolved(CASE, by, minutes(310), redo, ground, words("再查一次管道"));
    }

    private static RatingEvent.UnsolvedDecided decided(By by, RedoDecision redo) {
        return new RatingEvent.UnsolvedDecided(by, minutes(310), redo, words("再查一次管道"));
    }

    @Test
    void rework_goes_back_to_the_lead() {
        given(NOT_SOLVED)
                .when(decide(OFFICER, RedoDecision.REWORK, null))
                .expectEvents(
                        decided(OFFICER, RedoDecision.REWORK),
                        new ClosingEvent.ReworkOrdered(OFFICER, minutes(310), 1, HEATING, 2, words("再查一次管道")));
    }

    @Test
    void a_closed_case_is_opened_again_for_it() {
        given(answered(verified(), closed(), notSolved()))
                .when(decide(SUPERVISOR, RedoDecision.REWORK, null))
                .expectEvents(
                        decided(SUPERVISOR, RedoDecision.REWORK),
                        new ClosingEvent.Reopened(SUPERVISOR, minutes(310), words("再查一次管道")),
                        new ClosingEvent.ReworkOrdered(SUPERVISOR, minutes(310), 1, HEATING, 2, words("再查一次管道")));
    }

    @Test
    void an_explanation_is_enough() {
        given(NOT_SOLVED)
                .when(decide(COLLEAGUE, RedoDecision.EXPLAIN, null))
                .expectEvents(decided(COLLEAGUE, RedoDecision.EXPLAIN));
    }

    @Test
    void an_exclusion_is_proposed_on_a_ground_of_the_pack() {
        given(NOT_SOLVED)
                .when(decide(COLLEAGUE, RedoDecision.PROPOSE_EXCLUSION, "force-majeure"))
                .expectEvents(
                        decided(COLLEAGUE, RedoDecision.PROPOSE_EXCLUSION),
                        new AppraisalEvent.ExclusionProposed(
                                COLLEAGUE, minutes(310), "force-majeure", words("再查一次管道")));
    }

    @Test
    void a_ground_of_our_own_making_is_none() {
        given(NOT_SOLVED)
                .when(decide(COLLEAGUE, RedoDecision.PROPOSE_EXCLUSION, "bad-mood"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCode("ground", "bad-mood"));
    }

    @Test
    void a_ground_belongs_to_an_exclusion_only() {
        given(NOT_SOLVED)
                .when(decide(COLLEAGUE, RedoDecision.EXPLAIN, "force-majeure"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.GroundMismatch("EXPLAIN"));
    }

    @Test
    void nothing_is_decided_where_nobody_complained() {
        given(answered(verified(), followedUp()))
                .when(decide(COLLEAGUE, RedoDecision.EXPLAIN, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoDecisionPending());
    }

    @Test
    void it_is_decided_once() {
        given(answered(verified(), notSolved(), decided(COLLEAGUE, RedoDecision.EXPLAIN)))
                .when(decide(COLLEAGUE, RedoDecision.EXPLAIN, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoDecisionPending());
    }

    @Test
    void work_that_goes_on_needs_no_decision() {
        given(answered(verified(), notSolved(), reworkOrdered(1, HEATING), finalReply(1, HEATING_CLERK), verified()))
                .when(decide(COLLEAGUE, RedoDecision.EXPLAIN, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoDecisionPending());
    }

    @Test
    void a_case_is_not_closed_over_it() {
        given(NOT_SOLVED)
                .when(new ClosingCommand.Close(CASE, OFFICER, minutes(320), null, List.of(), null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DecisionPending());
    }

    @Test
    void the_unit_does_not_decide() {
        given(NOT_SOLVED)
                .when(decide(HEATING_CLERK, RedoDecision.EXPLAIN, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("decide-on-unsolved", "UNIT"));
    }

    @Test
    void whoever_found_the_work_done_does_not_explain_why_it_was() {
        given(answered(verified(), notSolved()))
                .when(decide(OFFICER, RedoDecision.EXPLAIN, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("decide-on-unsolved"));
    }

    @Test
    void what_was_answered_at_once_begins_anew() {
        CaseEvent atOnce = new IntakeEvent.AnsweredAtOnce(OFFICER, minutes(4), words("供热至三月十五日"));
        given(raised(), atOnce, notSolved())
                .when(decide(OFFICER, RedoDecision.REWORK, null))
                .expectEvents(decided(OFFICER, RedoDecision.REWORK));
        assertThat(LifeCycleTest.after(List.of(raised(), atOnce, notSolved(), decided(OFFICER, RedoDecision.REWORK))))
                .isInstanceOf(CaseState.Raised.class);
        assertThat(LifeCycleTest.after(List.of(
                        raised(),
                        atOnce,
                        ClosingSamples.objectionRaised(),
                        new ClosingEvent.ObjectionAnswered(SUPERVISOR, minutes(310), true, words("应上门查看")))))
                .isInstanceOf(CaseState.Raised.class);
    }
}
