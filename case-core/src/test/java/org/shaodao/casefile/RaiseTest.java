package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 提出诉求. */
class RaiseTest extends CaseFixture {
    @Test
    void a_raised_demand_opens_a_case() {
        nothing().when(raise()).expectEvents(raised()).expectResultMessagePayload(new Receipt(CASE, NUMBER, 0L, null));
    }

    @Test
    void a_unit_does_not_raise_demands_against_itself_or_others() {
        nothing()
                .when(raisedBy(HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("raise", "UNIT"));
    }

    @Test
    void a_street_raises_no_cases_for_another_street() {
        nothing()
                .when(raisedBy(OTHER_STREET))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourStreet(STREET));
    }

    @Test
    void another_system_raises_what_it_has_a_number_for() {
        nothing().when(raisedBy(CITY_HOTLINE)).expectSuccessfulHandlerExecution();
        for (IntakeCommand.Raise foreign : List.of(
                raisedBy(CITY_HOTLINE).withOutside(null), raisedBy(new By("key-8", "another", Role.OUTSIDE, null)))) {
            nothing()
                    .when(foreign)
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CommonRefusal.RoleMayNot("raise", "OUTSIDE"));
        }
    }

    @Test
    void a_case_is_raised_once() {
        given(raised())
                .when(raise())
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("raise", "raised"));
    }

    private static IntakeCommand.Raise raisedBy(By by) {
        return raise().withBy(by);
    }
}
