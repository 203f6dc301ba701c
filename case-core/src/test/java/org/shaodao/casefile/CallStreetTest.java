package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 社区呼叫. */
class CallStreetTest extends CaseFixture {
    private static final By OTHER_COMMUNITY =
            new By("account-72", SampleRegistry.OTHER_COMMUNITY, Role.COMMUNITY, null);

    private static CallingCommand.CallStreet call(By by) {
        return new CallingCommand.CallStreet(CASE, by, minutes(3), words("社区无力解决"));
    }

    private static IntakeEvent.Raised raisedBy(By by) {
        return raised().withBy(by);
    }

    @Test
    void a_community_asks_its_street_for_help_with_what_it_raised() {
        given(raisedBy(COMMUNITY_WORKER))
                .when(call(COMMUNITY_WORKER))
                .expectEvents(new CallingEvent.StreetCalled(COMMUNITY_WORKER, minutes(3), words("社区无力解决")));
    }

    @Test
    void another_streets_community_does_not() {
        given(raisedBy(OTHER_COMMUNITY))
                .when(call(OTHER_COMMUNITY))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOfTheStreet(SampleRegistry.OTHER_COMMUNITY, STREET));
    }

    @Test
    void a_community_that_has_nothing_to_do_with_the_case_does_not_learn_of_it() {
        given(raised().withCommunity(SampleRegistry.OTHER_COMMUNITY))
                .when(call(COMMUNITY_WORKER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(raised().withConfidential(true))
                .when(call(COMMUNITY_WORKER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void the_street_does_not_call_itself() {
        given(raised())
                .when(call(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("call-street", "STREET"));
    }
}
