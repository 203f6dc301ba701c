package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;

/** 督办. */
class OrderSupervisionTest extends CaseFixture {
    @Test
    void an_order_says_until_when_a_report_is_due() {
        given(whistled())
                .when(order(SUPERVISOR, 1, minutes(900)))
                .expectEvents(ordered(1, HEATING, minutes(900)), clock(1, HEATING, 1));
    }

    @Test
    void without_a_clock_in_the_pack_an_order_runs_as_long_as_it_says_or_for_ever() {
        given(whistled()).when(order(SUPERVISOR, 1, null)).expectEvents(ordered(1, HEATING, null));
    }

    @Test
    void the_street_may_be_ordered_too() {
        given(answered(verified()))
                .when(order(SUPERVISOR, null, minutes(900)))
                .expectEvents(ordered(null, null, minutes(900)), clock(null, null, 1));
    }

    @Test
    void a_second_order_takes_the_place_of_the_first_ones_clock() {
        CaseState state = LifeCycleTest.after(List.of(
                raised(),
                whistleBlown(1),
                dispatched(1, lead(HEATING)),
                ordered(1, HEATING, minutes(900)),
                clock(1, HEATING, 1),
                ordered(1, HEATING, minutes(900)),
                clock(1, HEATING, 2)));

        assertThat(((CaseState.Known) state).facts().clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.SUPERVISION)
                .extracting(ClockFacts::state)
                .containsExactly(ClockFacts.State.LAPSED, ClockFacts.State.RUNNING);
    }

    @Test
    void no_report_can_be_due_in_the_past() {
        refuses(SUPERVISOR, 1, MORNING, new CaseRefusal.DueAlready(MORNING));
    }

    @Test
    void nobody_is_ordered_to_do_what_they_have_done() {
        refuses(SUPERVISOR, 1, null, new CaseRefusal.NothingOwed(1), finalReply(1, HEATING_CLERK));
    }

    @Test
    void the_street_itself_orders_nobody() {
        refuses(OFFICER, 1, null, new CommonRefusal.RoleMayNot("order-supervision", "STREET"));
    }

    private void refuses(By by, int dispatch, @Nullable Instant dueAt, Refusal why, Object... since) {
        given(whistled(since)).when(order(by, dispatch, dueAt)).expectNoEvents().expectExceptionDetails(why);
    }

    private static SupervisionCommand.OrderSupervision order(
            By by, @Nullable Integer dispatch, @Nullable Instant dueAt) {
        return new SupervisionCommand.OrderSupervision(
                CASE, by, minutes(250), dispatch, "supervision", dueAt, words("三日内办结"));
    }

    private static SupervisionEvent.SupervisionOrdered ordered(
            @Nullable Integer dispatch, @Nullable String unit, @Nullable Instant dueAt) {
        return new SupervisionEvent.SupervisionOrdered(
                SUPERVISOR, minutes(250), dispatch, unit, "supervision", null, null, dueAt, words("三日内办结"));
    }

    private static ClockEvent.ClocksStarted clock(@Nullable Integer dispatch, @Nullable String unit, int round) {
        Due due = Due.given(minutes(900), SampleRules.RULES.calendar().content());
        return new ClockEvent.ClocksStarted(
                SUPERVISOR,
                minutes(250),
                dispatch,
                unit,
                MORNING,
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(ClockKind.SUPERVISION, round, due)));
    }
}
