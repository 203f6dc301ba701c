package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 剔除申请. */
class ProposeExclusionTest extends CaseFixture {
    private static AppraisalCommand.ProposeExclusion propose(By by, String ground) {
        return new AppraisalCommand.ProposeExclusion(CASE, by, minutes(330), ground, words("寒潮爆管"));
    }

    @Test
    void the_street_proposes_on_a_ground_of_the_pack() {
        given(answered()).when(propose(OFFICER, "force-majeure")).expectEvents(exclusionProposed());
    }

    @Test
    void another_ground_is_none() {
        given(answered())
                .when(propose(OFFICER, "bad-mood"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCode("ground", "bad-mood"));
    }

    @Test
    void one_proposal_at_a_time() {
        given(answered(exclusionProposed()))
                .when(propose(OFFICER, "force-majeure"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ProposalStands("PROPOSED"));
    }

    @Test
    void none_where_the_case_is_excluded_already() {
        given(answered(exclusionProposed(), exclusionDecided(true)))
                .when(propose(OFFICER, "force-majeure"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ProposalStands("AGREED"));
    }

    @Test
    void after_a_refusal_it_may_be_proposed_again() {
        given(answered(exclusionProposed(), exclusionDecided(false)))
                .when(propose(OFFICER, "force-majeure"))
                .expectEvents(exclusionProposed());
    }

    @Test
    void a_unit_proposes_nothing() {
        given(answered())
                .when(propose(HEATING_CLERK, "force-majeure"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("propose-exclusion", "UNIT"));
    }
}
