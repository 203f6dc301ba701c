package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 办结异议: the resident objects to the finding that the work is done, and somebody else decides. */
class ObjectionTest extends CaseFixture {
    private static Instant now = MORNING;

    ObjectionTest() {
        super(() -> now, SampleRules.RULES);
        now = minutes(240);
    }

    private static final ClosingCommand.RaiseObjection OBJECT =
            new ClosingCommand.RaiseObjection(CASE, CALLER, minutes(305), words("只热了半天"));

    private static ClosingCommand.AnswerObjection answer(By by, boolean upheld) {
        return new ClosingCommand.AnswerObjection(CASE, by, minutes(310), upheld, words("经复核"));
    }

    private static Object[] verifiedThen(Object... then) {
        return Stream.of(answered(verified()), then).flatMap(Stream::of).toArray();
    }

    @Test
    void the_resident_objects_while_the_window_is_open_and_the_answer_has_a_clock() {
        given(verifiedThen())
                .when(OBJECT)
                .expectEventsMatching(ClocksTest.starts("case OBJECTION_ANSWER 1 2026-01-14T09:30:00Z"));
    }

    @Test
    void upheld_the_work_of_the_lead_goes_back() {
        given(verifiedThen(ClosingSamples.objectionRaised()))
                .when(answer(SUPERVISOR, true))
                .expectEventsMatching(ClocksTest.starts(
                        "heating-company HANDLING 2 2026-01-19T09:30:00Z",
                        "heating-company PROGRESS 2 2026-01-15T02:30:00Z"));
    }

    @Test
    void not_upheld_the_case_stays_verified() {
        given(verifiedThen(ClosingSamples.objectionRaised()))
                .when(answer(SUPERVISOR, false))
                .expectEvents(new ClosingEvent.ObjectionAnswered(SUPERVISOR, minutes(310), false, words("经复核")));
    }

    @Test
    void whoever_verified_does_not_decide_whether_that_was_right() {
        given(verifiedThen(ClosingSamples.objectionRaised()))
                .when(answer(OFFICER, false))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("answer-objection"));
    }

    @Test
    void nobody_answers_what_nobody_asked() {
        given(verifiedThen())
                .when(answer(SUPERVISOR, false))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoObjection());
    }

    @Test
    void one_objection_waits_at_a_time() {
        given(verifiedThen(ClosingSamples.objectionRaised()))
                .when(OBJECT)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ObjectionWaits());
    }

    @Test
    void a_case_is_not_closed_over_the_head_of_somebody_who_objected() {
        given(verifiedThen(ClosingSamples.objectionRaised()))
                .when(new ClosingCommand.Close(CASE, OFFICER, minutes(320), null, List.of(), null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ObjectionWaits());
    }

    @Test
    void after_the_window_nobody_objects_any_more() {
        CaseState state = new CaseState.Handling(LifeCycleTest.facts(answered()));
        var verify = new ClosingCommand.Verify(CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, words("已热"));
        Object[] since = state.decide(verify, SampleRules.at(minutes(240), SampleRules.RULES))
                .toArray();
        now = minutes(240).plusSeconds(9 * 24 * 3600);
        given(Stream.of(answered(), since).flatMap(Stream::of).toArray())
                .when(OBJECT)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WindowOver(ClockKind.OBJECTION_WINDOW));
    }

    @Test
    void the_street_does_not_object_to_itself() {
        given(verifiedThen())
                .when(new ClosingCommand.RaiseObjection(CASE, OFFICER, minutes(305), words("不行")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("raise-objection", "STREET"));
    }
}
