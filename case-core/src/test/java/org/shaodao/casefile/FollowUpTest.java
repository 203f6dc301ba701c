package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 回访. */
class FollowUpTest extends CaseFixture {
    private static RatingCommand.FollowUp followUp(
            CallResult result, @Nullable Boolean contacted, @Nullable Solved solved, @Nullable Satisfied satisfied) {
        return new RatingCommand.FollowUp(
                CASE, SUPERVISOR, minutes(300), result, contacted, solved, satisfied, words("来得有点晚"));
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
                        SUPERVISOR, minutes(300), CallResult.REACHED, null, Solved.NO, null, words("来得有点晚")));
    }

    @Test
    void a_later_rating_stands_beside_the_first_even_after_closing() {
        given(answered(verified(), followedUp(), closed()))
                .when(new RatingCommand.FollowUp(
                        CASE, CALLER, minutes(400), CallResult.REACHED, true, Solved.NO, Satisfied.NO, null))
                .expectEvents(new RatingEvent.FollowedUp(
                        CALLER, minutes(400), CallResult.REACHED, true, Solved.NO, Satisfied.NO, null));
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
                        CASE, HEATING_CLERK, minutes(300), CallResult.REACHED, true, Solved.YES, Satisfied.YES, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("follow-up", "UNIT"));
    }
}
