package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.Refused;

/** 即时答复. */
class AnswerAtOnceTest extends CaseFixture {
    private static final IntakeCommand.AnswerAtOnce ANSWER =
            new IntakeCommand.AnswerAtOnce(CASE, OFFICER, minutes(4), words("供热至三月十五日"));

    private static final CaseEvent ENQUIRY = new IntakeEvent.Corrected(
            OFFICER,
            minutes(3),
            DemandKind.ENQUIRY,
            DemandKind.HELP,
            Urgency.NORMAL,
            Urgency.NORMAL,
            "heating/cold-home",
            "heating/cold-home",
            "huayuan-community",
            "huayuan-community",
            COMMUNITY,
            words("只是咨询"));

    AnswerAtOnceTest() {
        super(() -> minutes(4), SampleRules.RULES);
    }

    @Test
    void an_enquiry_is_answered_without_calling_anybody_and_then_followed_up() {
        given(raised(), ENQUIRY)
                .when(ANSWER)
                .expectSuccessfulHandlerExecution()
                .expectResultMessagePayload(new Receipt(CASE, NUMBER, 3L, null));
    }

    @Test
    void who_asks_for_help_gets_more_than_an_answer() {
        given(raised())
                .when(ANSWER)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotAnsweredAtOnce("HELP"));
    }

    @Test
    void once_units_were_called_they_answer() {
        given(raised(), ENQUIRY, dispatched(1, lead(HEATING)))
                .when(ANSWER)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("answer-at-once", "handling"));
    }

    @Test
    void the_follow_up_clock_runs_as_after_a_verification() {
        CaseState state = LifeCycleTest.after(List.of(raised(), ENQUIRY));
        List<CaseEvent> events = state.decide(ANSWER, SampleRules.at(minutes(4), SampleRules.RULES));
        assertThat(events.getFirst()).isEqualTo(new IntakeEvent.AnsweredAtOnce(OFFICER, minutes(4), words("供热至三月十五日")));
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        ClockEvent.ClocksStarted.class,
                        started -> assertThat(started.clocks())
                                .extracting(StartedClock::kind)
                                .containsExactly(ClockKind.FOLLOW_UP));
    }
}
