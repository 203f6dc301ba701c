package org.shaodao.casefile;

import static org.shaodao.casefile.DisputeSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/** 退单. */
class HandBackTest extends CaseFixture {
    private static Instant now = MORNING;

    HandBackTest() {
        super(() -> now, SampleRules.NO_CLOCKS);
    }

    @BeforeEach
    void in_the_morning() {
        now = minutes(30);
    }

    /** The first dispatch may be handed back for one working day. */
    private static ClockEvent.ClocksStarted window() {
        return new ClockEvent.ClocksStarted(
                OFFICER,
                minutes(5),
                1,
                HEATING,
                minutes(5),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(clock(ClockKind.HAND_BACK_WINDOW, new Span(SpanKind.WORKING_DAYS, 1))));
    }

    private static Instant windowDue() {
        return window().clocks().getFirst().due().at();
    }

    private static DisputeCommand.HandBack asked(By by, int at) {
        return new DisputeCommand.HandBack(CASE, by, minutes(at), 1, "not-our-duty", words("供热条例第十条"), HOUSING);
    }

    private static DisputeEvent.HandBackRejected rejected(int at, HandBackRejection why) {
        return new DisputeEvent.HandBackRejected(
                HEATING_CLERK, minutes(at), 1, HEATING, "not-our-duty", words("供热条例第十条"), HOUSING, why);
    }

    @Test
    void a_unit_hands_its_dispatch_back_while_it_may() {
        given(whistled(window())).when(asked(HEATING_CLERK, 30)).expectEvents(handedBack(1, HEATING_CLERK));
    }

    @Test
    void without_a_clock_for_it_it_may_until_it_accepts() {
        given(whistled(acknowledged(1, HEATING_CLERK)))
                .when(asked(HEATING_CLERK, 30))
                .expectEvents(handedBack(1, HEATING_CLERK));
        given(whistled(accepted(1, HEATING_CLERK)))
                .when(asked(HEATING_CLERK, 30))
                .expectEvents(rejected(30, HandBackRejection.WINDOW_CLOSED));
    }

    @Test
    void whoever_accepted_expressly_gave_the_window_up() {
        given(whistled(window(), accepted(1, HEATING_CLERK)))
                .when(asked(HEATING_CLERK, 30))
                .expectEvents(rejected(30, HandBackRejection.WINDOW_CLOSED));
    }

    @Test
    void the_attempt_after_the_window_is_kept_and_refused_though_nobody_noticed_that_it_passed() {
        now = windowDue().plusMillis(1);
        given(whistled(window()))
                .when(asked(HEATING_CLERK, 30))
                .expectEvents(rejected(30, HandBackRejection.WINDOW_CLOSED))
                .expectResultMessagePayload(new Receipt(
                        CASE, NUMBER, 5L, new CaseRefusal.HandBackRejected(1, HandBackRejection.WINDOW_CLOSED.name())));
        now = windowDue();
        given(whistled(window())).when(asked(HEATING_CLERK, 30)).expectEvents(handedBack(1, HEATING_CLERK));
    }

    @Test
    void a_repeated_attempt_hears_the_same_refusal_and_is_kept_once() {
        Map<String, String> request = Map.of(Requests.COMMAND_ID, "one", Requests.REQUEST_HASH, "same");
        given(whistled(
                        accepted(1, HEATING_CLERK),
                        new GenericEventMessage<>(rejected(30, HandBackRejection.WINDOW_CLOSED), request)))
                .when(asked(HEATING_CLERK, 30), request)
                .expectNoEvents()
                .expectResultMessagePayload(new Receipt(
                        CASE, NUMBER, 5L, new CaseRefusal.HandBackRejected(1, HandBackRejection.WINDOW_CLOSED.name())));
    }

    @Test
    void a_second_hand_back_is_kept_and_refused() {
        given(whistled(handedBack(1, HEATING_CLERK)))
                .when(asked(HEATING_CLERK, 40))
                .expectEvents(rejected(40, HandBackRejection.SECOND_TIME));
    }

    @Test
    void whoever_the_district_said_must_act_cannot_hand_back() {
        given(raised(), new DisputeEvent.Designated(SUPERVISOR, minutes(4), 1, HEATING), dispatched(1, lead(HEATING)))
                .when(asked(HEATING_CLERK, 40))
                .expectEvents(rejected(40, HandBackRejection.MUST_ACT));
    }

    @Test
    void the_ground_is_one_that_the_policy_pack_names() {
        given(whistled())
                .when(new DisputeCommand.HandBack(
                        CASE, HEATING_CLERK, minutes(30), 1, "too-much-work", words("忙不过来"), null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCode("ground", "too-much-work"));
    }

    @Test
    void what_was_answered_finally_is_not_handed_back() {
        given(answered())
                .when(asked(HEATING_CLERK, 195))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "REPLIED"));
    }

    @Test
    void nobody_hands_back_for_another_unit() {
        given(whistled())
                .when(asked(HOUSING_CLERK, 30))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
    }

    @Test
    void silence_while_the_window_ran_is_acceptance_and_no_missed_deadline() {
        now = windowDue().plusSeconds(40);
        given(whistled(window()))
                .when(new ClockCommand.NoteMissedDeadline(CASE, WATCHER, now, 1, ClockKind.HAND_BACK_WINDOW, 1))
                .expectEvents(new DisputeEvent.DeemedAccepted(WATCHER, windowDue(), 1, HEATING, DeemedBy.SILENCE));
    }

    @Test
    void whoever_was_deemed_to_accept_still_names_the_handler() {
        given(whistled(window(), new DisputeEvent.DeemedAccepted(WATCHER, windowDue(), 1, HEATING, DeemedBy.SILENCE)))
                .when(new WorkCommand.Accept(CASE, HEATING_CLERK, minutes(15), 1, "handler-9"))
                .expectEvents(accepted(1, HEATING_CLERK));
    }

    @Test
    void accepting_or_answering_finally_withdraws_the_dispute() {
        given(whistled(handedBack(1, HEATING_CLERK), accepted(1, HEATING_CLERK)))
                .when(new DisputeCommand.AgreeToHandBack(CASE, OFFICER, minutes(50), 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DisputeStandsOtherwise(1, "WITHDRAWN"));
    }

    @Test
    void whom_the_demand_is_about_is_not_suggested() {
        DisputeCommand.HandBack handBack =
                new DisputeCommand.HandBack(CASE, HEATING_CLERK, minutes(30), 1, "not-our-duty", words("供热条例第十条"), GAS);
        given(whistled())
                .when(handBack)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ConcernsTheUnit(GAS));
    }
}
