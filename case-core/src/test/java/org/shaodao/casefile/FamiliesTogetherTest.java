package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;

/** What the steps of one family must not do to those of another. */
class FamiliesTogetherTest extends CaseFixture {
    private static final LinkCommand.NoteDuplicate DUPLICATE =
            new LinkCommand.NoteDuplicate(CASE, OFFICER, minutes(400), words("与他案重复"));

    private static void refused(ResultValidator<CaseFile> result, Refusal why) {
        result.expectNoEvents().expectException(Refused.class).expectExceptionDetails(why);
    }

    private static CaseEvent running(ClockKind kind) {
        StartedClock any = clocks().clocks().getFirst();
        return new ClockEvent.ClocksStarted(
                SUPERVISOR,
                minutes(300),
                null,
                null,
                minutes(300),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(kind, 1, any.due())));
    }

    private static boolean runs(CaseFacts facts, ClockKind kind) {
        return facts.clocks().stream().anyMatch(clock -> clock.kind() == kind && clock.runs());
    }

    @Test
    void nobody_withdraws_a_case_that_others_joined() {
        refused(
                given(raised(), LinkSamples.duplicateJoined())
                        .when(new IntakeCommand.Withdraw(
                                CASE, CALLER, minutes(400), WithdrawalWay.OWN_CODE, words("已自行解决"))),
                new CaseRefusal.OthersJoined(1));
    }

    @Test
    void a_withdrawn_case_goes_on_for_nobody() {
        CaseFacts withdrawn = LifeCycleTest.facts(
                raised(), new IntakeEvent.Withdrawn(CALLER, minutes(10), WithdrawalWay.OWN_CODE, words("已自行解决")));
        assertThat(withdrawn.phase()).isEqualTo(CasePhase.WITHDRAWN);
        assertThatThrownBy(() -> LinkRules.goesOn(withdrawn))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new CaseRefusal.SurvivorEnded(NUMBER, "withdrawn")));
    }

    @Test
    void work_that_goes_back_leaves_neither_a_decision_nor_an_objection_waiting() {
        CaseFacts back = LifeCycleTest.facts(answered(
                verified(),
                running(ClockKind.REDO_DECISION),
                ClosingSamples.objectionRaised(),
                running(ClockKind.OBJECTION_ANSWER),
                reworkOrdered(1, HEATING)));
        assertThat(back.closing().objection()).isFalse();
        assertThat(runs(back, ClockKind.REDO_DECISION)).isFalse();
        assertThat(runs(back, ClockKind.OBJECTION_ANSWER)).isFalse();
    }

    @Test
    void a_closed_case_owes_no_report() {
        CaseFacts closed = LifeCycleTest.facts(answered(verified(), running(ClockKind.SUPERVISION), closed()));
        assertThat(runs(closed, ClockKind.SUPERVISION)).isFalse();
    }

    @Test
    void calling_it_a_duplicate_is_no_way_round_an_objection_or_a_decision() {
        refused(
                given(answered(verified(), ClosingSamples.objectionRaised())).when(DUPLICATE),
                new CaseRefusal.ObjectionWaits());
        refused(given(answered(verified(), notSolved())).when(DUPLICATE), new CaseRefusal.DecisionPending());
        refused(
                given(answered(verified(), notSolved()))
                        .when(new LinkCommand.TransferOutside(CASE, OFFICER, minutes(400), words("转市级处理"))),
                new CaseRefusal.DecisionPending());
    }

    @Test
    void a_lead_that_took_over_after_a_hand_back_needs_no_designation() {
        CaseFacts led = LifeCycleTest.facts(whistled(
                DisputeSamples.handedBack(1, HEATING_CLERK),
                new CallingEvent.LeadChanged(
                        OFFICER, minutes(40), 1, HEATING, 2, HOUSING, null, PreviousLead.ENDS, words("由住建牵头")),
                DisputeSamples.agreed(1, HEATING),
                accepted(2, HOUSING_CLERK)));
        assertThat(led.leadsAtWork()).isEqualTo(1);
        assertThatThrownBy(() -> DisputeRules.noLeadWasWilling(
                        led, new DisputeCommand.Designate(CASE, SUPERVISOR, minutes(90), WATER, words("查明原因")), null))
                .isInstanceOf(Refused.class);
    }

    @Test
    void a_whistle_is_not_taken_back_from_the_lead_while_others_assist() {
        Object[] directlyToo = Stream.concat(
                        Stream.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING))),
                        Stream.of(new CallingEvent.Dispatched(
                                OFFICER, minutes(6), 2, null, HOUSING, DispatchRole.ASSISTING, words("到场配合"))))
                .toArray();
        refused(
                given(directlyToo)
                        .when(new CallingCommand.WithdrawWhistle(CASE, OFFICER, minutes(30), 1, words("已自行恢复"))),
                new CaseRefusal.LeadStays(1));
    }

    @Test
    void whoever_answered_at_once_does_not_decide_upon_the_objection_to_it() {
        CaseFacts answered =
                LifeCycleTest.facts(raised(), new IntakeEvent.AnsweredAtOnce(OFFICER, minutes(5), words("请按此办理")));
        assertThat(answered.closing().verifier()).isEqualTo(OFFICER.person());
    }

    @Test
    void the_street_decides_neither_upon_an_objection_to_its_own_work_nor_upon_its_time() {
        CaseEvent own = new CallingEvent.TakenOn(OFFICER, minutes(5), 1, STREET, "handler-3", words("街道自办"));
        CaseEvent done = new WorkEvent.Replied(
                OFFICER, minutes(100), 1, STREET, ReplyKind.FINAL, Outcome.EXPLAINED, words("已说明"), null, null, null);
        CaseEvent seen = new ClosingEvent.Verified(SUPERVISOR, minutes(200), VerificationBasis.DOCUMENTS, null);
        refused(
                given(raised(), own, done, seen, ClosingSamples.objectionRaised())
                        .when(new ClosingCommand.AnswerObjection(CASE, OFFICER, minutes(310), false, words("不成立"))),
                new CaseRefusal.OwnAct("answer-objection"));
        Instant later = minutes(100_000);
        refused(
                given(raised(), own)
                        .when(new ExtensionCommand.DecideExtension(
                                CASE, OFFICER, minutes(50), 1, true, later, words("同意"))),
                new CommonRefusal.RoleMayNot("decide-extension", "STREET"));
    }

    @Test
    void no_unit_takes_a_matter_about_itself_on_itself() {
        IntakeEvent.Recused recused = new IntakeEvent.Recused(SUPERVISOR, minutes(3), words("涉及街道"));
        CaseFacts facts = LifeCycleTest.facts(raised(), recused);
        assertThatThrownBy(() -> CallingRules.mayBeTakenOn(
                        facts,
                        new CallingCommand.HandleOurselves(
                                CASE, COMMUNITY_WORKER, minutes(4), COMMUNITY, "handler-3", words("社区自办")),
                        null))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new CaseRefusal.ConcernsTheUnit(COMMUNITY)));
    }

    @Test
    void an_earlier_due_instant_that_a_duplicate_brought_holds_whatever_the_rules_say_later() {
        Instant earlier = minutes(2_000);
        var rules = SampleRules.at(minutes(20), SampleRules.RULES);
        CaseFacts joined = LifeCycleTest.facts(
                whistled(clocks(), LinkSamples.duplicateJoined(new RunningDue(ClockKind.HANDLING, earlier))));
        for (CaseEvent event : new Revising(joined, OFFICER, minutes(20), rules).promisedEarlier()) {
            joined = Objects.requireNonNull(CaseFacts.after(joined, event, minutes(20)));
        }
        assertThat(joined.handling(1).orElseThrow().dueAt()).isEqualTo(earlier);
        assertThat(new Revising(joined, OFFICER, minutes(20), rules).corrected())
                .flatExtracting(event -> ((ClockEvent.DeadlinesRevised) event).clocks())
                .extracting(StartedClock::kind)
                .doesNotContain(ClockKind.HANDLING);
    }
}
