package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 请求增派. */
class AskForUnitTest extends CaseFixture {
    private static CallingCommand.AskForUnit ask(String wanted) {
        return new CallingCommand.AskForUnit(CASE, HEATING_CLERK, minutes(30), 1, wanted, words("须关闭进水阀"));
    }

    @Test
    void a_unit_at_work_asks_for_another() {
        given(whistled())
                .when(ask(WATER))
                .expectEvents(
                        new CallingEvent.UnitAskedFor(HEATING_CLERK, minutes(30), 1, HEATING, WATER, words("须关闭进水阀")));
    }

    @Test
    void nobody_asks_for_a_unit_that_is_at_work_or_works_no_longer() {
        given(whistled())
                .when(ask(HOUSING))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnitCalledTwice(HOUSING));
        given(whistled())
                .when(ask(SampleRegistry.OLD_BUREAU))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCode("wanted", SampleRegistry.OLD_BUREAU));
    }

    @Test
    void whoever_has_answered_asks_for_nobody() {
        given(whistled(finalReply(1, HEATING_CLERK)))
                .when(ask(WATER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "REPLIED"));
    }
}
