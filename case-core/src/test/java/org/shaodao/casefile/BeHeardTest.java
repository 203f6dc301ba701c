package org.shaodao.casefile;

import static org.shaodao.casefile.DisputeSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 陈述意见. */
class BeHeardTest extends CaseFixture {
    private static DisputeCommand.BeHeard view(By by) {
        return new DisputeCommand.BeHeard(CASE, by, minutes(55), 1, words("户内设施不归我局"));
    }

    private static Object[] inDispute(Object... then) {
        return Stream.of(new Object[] {raised(), dispatched(1, lead(HEATING)), handedBack(1, HEATING_CLERK)}, then)
                .flatMap(Stream::of)
                .toArray();
    }

    @Test
    void the_unit_suggested_is_heard_although_it_has_no_dispatch() {
        given(inDispute())
                .when(view(HOUSING_CLERK))
                .expectEvents(new DisputeEvent.Heard(HOUSING_CLERK, minutes(55), 1, HEATING, words("户内设施不归我局")));
        given(inDispute(referred(1, HEATING)))
                .when(view(HOUSING_CLERK))
                .expectEvents(new DisputeEvent.Heard(HOUSING_CLERK, minutes(55), 1, HEATING, words("户内设施不归我局")));
    }

    @Test
    void it_knows_of_the_case_only_while_the_dispute_is_open() {
        given(inDispute(agreed(1, HEATING)))
                .when(view(HOUSING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(inDispute(accepted(1, HEATING_CLERK)))
                .when(view(HOUSING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void nobody_else_is() {
        given(inDispute())
                .when(view(WATER_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(inDispute())
                .when(view(HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotTheSuggestedUnit(1));
    }
}
