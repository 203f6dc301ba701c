package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 回访. */
class FollowUpTest extends CaseFixture {
    /** Tuesday 09:30, 14:30 and Wednesday 10:30 in Shanghai. */
    private static final List<Integer> CALLS = List.of(1470, 1770, 2970);

    private static RatingCommand.FollowUp followUp(
            CallResult result, @Nullable Boolean contacted, @Nullable Solved solved, @Nullable Satisfied satisfied) {
        return new RatingCommand.FollowUp(
                CASE, SUPERVISOR, minutes(300), null, result, contacted, solved, satisfied, words("来得有点晚"));
    }

    @Test
    void three_answers_are_three_facts() {
        given(answered(verified()))
                .when(followUp(CallResult.REACHED, true, Solved.YES, Satisfied.BASICALLY))
                .expectEvents(followedUp());
    }

    @Test
    void a_single_answer_is_enough() {
        given(answered(verified()))
                .when(followUp(CallResult.REACHED, null, Solved.NO, null))
                .expectEvents(new RatingEvent.FollowedUp(
                        SUPERVISOR,
                        minutes(300),
                        null,
                        RatingSource.INDEPENDENT,
                        CallResult.REACHED,
                        null,
                        Solved.NO,
                        null,
                        words("来得有点晚")));
    }

    @Test
    void a_later_rating_stands_beside_the_first_even_after_closing() {
        given(answered(verified(), followedUp(), closed()))
                .when(new RatingCommand.FollowUp(
                        CASE, CALLER, minutes(400), null, CallResult.REACHED, true, Solved.NO, Satisfied.NO, null))
                .expectEvents(later());
    }

    @Test
    void silence_is_not_satisfaction() {
        given(answered(verified()))
                .when(followUp(CallResult.NOT_REACHED, null, null, Satisfied.YES))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AnswersMismatch("NOT_REACHED"));
    }

    @Test
    void whoever_was_reached_said_something() {
        given(answered(verified()))
                .when(followUp(CallResult.REACHED, null, null, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AnswersMismatch("REACHED"));
    }

    @Test
    void the_resident_is_not_asked_before_the_street_verified() {
        given(answered())
                .when(followUp(CallResult.REACHED, true, Solved.YES, Satisfied.YES))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("follow-up", "handling"));
    }

    @Test
    void a_unit_never_rates_for_the_resident() {
        given(answered(verified()))
                .when(new RatingCommand.FollowUp(
                        CASE,
                        HEATING_CLERK,
                        minutes(300),
                        null,
                        CallResult.REACHED,
                        true,
                        Solved.YES,
                        Satisfied.YES,
                        null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("follow-up", "UNIT"));
    }

    @Test
    void who_calls_is_told_apart() {
        given(answered(verified()))
                .when(new RatingCommand.FollowUp(
                        CASE, OFFICER, minutes(300), null, CallResult.DECLINED, null, null, null, null))
                .expectEvents(new RatingEvent.FollowedUp(
                        OFFICER,
                        minutes(300),
                        null,
                        RatingSource.SELF_CHECK,
                        CallResult.DECLINED,
                        null,
                        null,
                        null,
                        null));
    }

    @Test
    void whoever_did_the_work_does_not_ask_whether_it_was_done() {
        By moonlighting = new By("district-key", "district-office", Role.DISTRICT, HEATING_CLERK.person());
        given(answered(verified()))
                .when(new RatingCommand.FollowUp(
                        CASE,
                        moonlighting,
                        minutes(300),
                        null,
                        CallResult.REACHED,
                        true,
                        Solved.YES,
                        Satisfied.YES,
                        null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("follow-up"));
    }

    @Test
    void residents_rate_and_do_not_call_themselves() {
        given(answered(verified()))
                .when(new RatingCommand.FollowUp(
                        CASE, CALLER, minutes(300), null, CallResult.DECLINED, null, null, null, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AnswersMismatch("DECLINED"));
    }

    @Test
    void a_call_that_nobody_answers_is_an_attempt() {
        given(answered(verified())).when(call(1470)).expectEvents(attempt(1470));
    }

    @Test
    void enough_calls_on_enough_days_at_different_hours_are_not_reached() {
        assertThat(calling(CALLS.get(2), attempt(CALLS.get(0)), attempt(CALLS.get(1))))
                .containsExactly(
                        attempt(CALLS.get(2)),
                        new RatingEvent.ResidentNotReached(SUPERVISOR, minutes(CALLS.get(2)), null, 3));
    }

    @Test
    void calls_at_one_hour_are_not_enough() {
        assertThat(calling(2970, attempt(1470), attempt(1475))).containsExactly(attempt(2970));
    }

    @Test
    void calls_on_one_day_are_not_enough() {
        assertThat(calling(1770, attempt(1470), attempt(1590))).containsExactly(attempt(1770));
    }

    @Test
    void calls_that_were_entered_at_one_sitting_count_when_they_were_entered() {
        CaseState state = verifiedState();
        for (int at : CALLS) {
            List<CaseEvent> told = state.decide(call(at), SampleRules.at(minutes(9000), SampleRules.NO_CLOCKS));
            assertThat(told).containsExactly(attempt(at));
            state = state.after(told.getFirst(), minutes(9000));
        }
    }

    @Test
    void the_calls_of_an_earlier_round_do_not_count() {
        assertThat(calling(
                        2970,
                        attempt(1470),
                        attempt(1770),
                        reworkOrdered(1, HEATING),
                        finalReply(1, HEATING_CLERK),
                        verified()))
                .containsExactly(attempt(2970));
    }

    /** What comes of a call that is entered at once, after what happened since the work was verified. */
    private static List<CaseEvent> calling(int at, CaseEvent... since) {
        CaseState state = verifiedState();
        for (CaseEvent event : since) {
            state = state.after(event, event.occurredAt());
        }
        return state.decide(call(at), SampleRules.at(minutes(at), SampleRules.NO_CLOCKS));
    }

    private static CaseState verifiedState() {
        return CaseState.of(LifeCycleTest.facts(answered(verified())));
    }

    @Test
    void the_clock_runs_until_somebody_was_asked() {
        CaseFacts once = facts(clock(), attempt(1470));
        assertThat(once.clocks().getLast().runs()).isTrue();

        CaseFacts notReached =
                facts(clock(), attempt(1470), new RatingEvent.ResidentNotReached(SUPERVISOR, minutes(2970), null, 3));
        assertThat(notReached.clocks().getLast().runs()).isFalse();
        assertThat(facts(clock(), followedUp()).clocks().getLast().runs()).isFalse();
    }

    @Test
    void first_and_latest_answers_are_kept_for_each_complainant() {
        CaseEvent neighbours = RatingSamples.EVENTS.getFirst();
        CaseFacts facts = facts(clock(), neighbours, followedUp(), later());

        RatingFacts.Voice own = facts.rating().voice(null);
        assertThat(own.first()).extracting(RatingFacts.Answers::solved).isEqualTo(Solved.YES);
        assertThat(own.latest()).extracting(RatingFacts.Answers::solved).isEqualTo(Solved.NO);
        assertThat(own.latest()).extracting(RatingFacts.Answers::source).isEqualTo(RatingSource.RESIDENT);
        assertThat(facts.rating().voice(RatingSamples.NEIGHBOUR).latest())
                .extracting(RatingFacts.Answers::at)
                .isEqualTo(minutes(300));
        assertThat(facts(clock(), neighbours).clocks().getLast().runs()).isTrue();
    }

    @Test
    void whoever_joined_answers_for_themselves_and_nobody_else_is_asked() {
        RatingCommand.FollowUp neighbour = new RatingCommand.FollowUp(
                CASE,
                SUPERVISOR,
                minutes(300),
                LinkSamples.NEIGHBOUR,
                CallResult.REACHED,
                true,
                Solved.YES,
                Satisfied.YES,
                null);
        given(answered(verified()))
                .when(neighbour)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotAComplainant(LinkSamples.NEIGHBOUR));
        given(answered(LinkSamples.duplicateJoined(), verified()))
                .when(neighbour)
                .expectEvents(new RatingEvent.FollowedUp(
                        SUPERVISOR,
                        minutes(300),
                        LinkSamples.NEIGHBOUR,
                        RatingSource.INDEPENDENT,
                        CallResult.REACHED,
                        true,
                        Solved.YES,
                        Satisfied.YES,
                        null));
    }

    private static CaseFacts facts(CaseEvent... since) {
        CaseFacts facts = null;
        for (Object event : answered((Object[]) with(verified(), since))) {
            facts = CaseFacts.after(facts, (CaseEvent) event, ((CaseEvent) event).occurredAt());
        }
        return Objects.requireNonNull(facts);
    }

    private static CaseEvent[] with(CaseEvent first, CaseEvent... then) {
        return Stream.concat(Stream.of(first), Stream.of(then)).toArray(CaseEvent[]::new);
    }

    private static ClockEvent.ClocksStarted clock() {
        return new ClockEvent.ClocksStarted(
                OFFICER,
                minutes(240),
                null,
                null,
                minutes(240),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(
                        ClockKind.FOLLOW_UP, 1, clocks().clocks().getLast().due())));
    }

    private static RatingEvent.FollowedUp later() {
        return new RatingEvent.FollowedUp(
                CALLER,
                minutes(400),
                null,
                RatingSource.RESIDENT,
                CallResult.REACHED,
                true,
                Solved.NO,
                Satisfied.NO,
                null);
    }

    private static RatingCommand.FollowUp call(int at) {
        return new RatingCommand.FollowUp(
                CASE, SUPERVISOR, minutes(at), null, CallResult.NOT_REACHED, null, null, null, null);
    }

    private static RatingEvent.FollowedUp attempt(int at) {
        return new RatingEvent.FollowedUp(
                SUPERVISOR,
                minutes(at),
                null,
                RatingSource.INDEPENDENT,
                CallResult.NOT_REACHED,
                null,
                null,
                null,
                null);
    }
}
