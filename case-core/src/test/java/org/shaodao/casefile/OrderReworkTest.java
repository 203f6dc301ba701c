package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 重办. */
class OrderReworkTest extends CaseFixture {
    private static ClosingCommand.OrderRework rework(int dispatch) {
        return new ClosingCommand.OrderRework(CASE, OFFICER, minutes(200), dispatch, words("次卧仍然不热"));
    }

    @Test
    void the_street_sends_work_back_and_a_second_round_begins() {
        given(answered()).when(rework(1)).expectEvents(reworkOrdered(1, HEATING));
    }

    @Test
    void what_was_verified_may_still_be_sent_back() {
        given(answered(verified())).when(rework(1)).expectEvents(reworkOrdered(1, HEATING));
    }

    @Test
    void rounds_are_counted() {
        given(answered(reworkOrdered(1, HEATING), finalReply(1, HEATING_CLERK)))
                .when(rework(1))
                .expectEvents(new ClosingEvent.ReworkOrdered(OFFICER, minutes(200), 1, HEATING, 3, words("次卧仍然不热")));
    }

    @Test
    void unfinished_work_is_not_sent_back() {
        given(whistled())
                .when(rework(1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToRework(1));
    }

    @Test
    void work_that_another_lead_took_over_does_not_come_back() {
        refusesToGiveBackTheLead(dispatched(3, lead(WATER)));
    }

    @Test
    void nor_does_it_when_the_other_lead_has_finished() {
        refusesToGiveBackTheLead(dispatched(3, lead(WATER)), finalReply(3, WATER_CLERK));
    }

    private void refusesToGiveBackTheLead(Object... since) {
        given(answered(since))
                .when(rework(1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }
}
