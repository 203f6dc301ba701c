package org.shaodao.casefile;

import static org.shaodao.casefile.MutualSamples.unitRated;
import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 评部门. */
class RateUnitTest extends CaseFixture {
    private static final MutualCommand.RateUnit RATE =
            new MutualCommand.RateUnit(CASE, OFFICER, minutes(250), 1, 4, words("到场及时"));

    @Test
    void the_street_rates_a_unit_whose_work_was_verified() {
        given(answered(verified())).when(RATE).expectEvents(unitRated(1));
    }

    @Test
    void nobody_is_rated_before_the_work_was_verified() {
        given(answered())
                .when(RATE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("rate-unit", "handling"));
    }

    @Test
    void once_is_enough() {
        given(answered(verified(), unitRated(1)))
                .when(RATE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.RatedAlready(1));
    }

    @Test
    void another_street_knows_nothing_of_it() {
        given(answered(verified()))
                .when(new MutualCommand.RateUnit(CASE, OTHER_STREET, minutes(250), 1, 1, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void there_is_no_rating_of_a_dispatch_that_never_was() {
        given(answered(verified()))
                .when(new MutualCommand.RateUnit(CASE, OFFICER, minutes(250), 7, 1, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownDispatch(7));
    }
}
