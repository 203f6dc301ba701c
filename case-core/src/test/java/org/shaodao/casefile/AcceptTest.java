package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 接受. */
class AcceptTest extends CaseFixture {
    private static WorkCommand.Accept accept(int dispatch) {
        return new WorkCommand.Accept(CASE, HEATING_CLERK, minutes(15), dispatch, "handler-9");
    }

    @Test
    void a_unit_accepts_with_a_named_handler() {
        given(whistled(acknowledged(1, HEATING_CLERK))).when(accept(1)).expectEvents(accepted(1, HEATING_CLERK));
    }

    @Test
    void accepting_says_that_it_was_seen() {
        given(whistled()).when(accept(1)).expectEvents(accepted(1, HEATING_CLERK));
    }

    @Test
    void an_interim_reply_does_not_say_who_takes_it_on() {
        given(whistled(interim(1, HEATING_CLERK))).when(accept(1)).expectEvents(accepted(1, HEATING_CLERK));
    }

    @Test
    void it_is_accepted_once() {
        given(whistled(accepted(1, HEATING_CLERK)))
                .when(accept(1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "ACCEPTED"));
    }
}
