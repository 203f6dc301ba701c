package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 剔除审批. */
class DecideExclusionTest extends CaseFixture {
    private static AppraisalCommand.DecideExclusion decide(By by) {
        return new AppraisalCommand.DecideExclusion(CASE, by, minutes(340), true, words("情况属实"));
    }

    @Test
    void the_district_agrees() {
        given(answered(exclusionProposed())).when(decide(SUPERVISOR)).expectEvents(exclusionDecided(true));
    }

    @Test
    void who_proposed_does_not_decide_whatever_hat_they_wear() {
        By twoHats = new By("district-key", "district-office", Role.DISTRICT, OFFICER.person());
        given(answered(exclusionProposed()))
                .when(decide(twoHats))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("decide-exclusion"));
    }

    @Test
    void the_street_does_not_decide() {
        given(answered(exclusionProposed()))
                .when(decide(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("decide-exclusion", "STREET"));
    }

    @Test
    void it_is_decided_once() {
        given(answered(exclusionProposed(), exclusionDecided(false)))
                .when(decide(SUPERVISOR))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoProposal());
    }
}
