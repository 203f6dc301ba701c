package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 请求补充. */
class AskParticularsTest extends CaseFixture {
    private static final WorkCommand.AskParticulars ASK =
            new WorkCommand.AskParticulars(CASE, HEATING_CLERK, minutes(16), 1, words("哪一间不热?"));

    @Test
    void a_unit_asks_for_what_it_does_not_know() {
        given(whistled()).when(ASK).expectEvents(asked(1, HEATING_CLERK));
    }

    @Test
    void it_asks_once_per_dispatch_answered_or_not() {
        given(whistled(asked(1, HEATING_CLERK)))
                .when(ASK)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AskedBefore(1));
    }
}
