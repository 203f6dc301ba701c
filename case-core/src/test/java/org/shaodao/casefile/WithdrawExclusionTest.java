package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 撤回剔除. */
class WithdrawExclusionTest extends CaseFixture {
    private static AppraisalCommand.WithdrawExclusion withdraw(By by) {
        return new AppraisalCommand.WithdrawExclusion(CASE, by, minutes(350), words("重新核对"));
    }

    private static AppraisalEvent.ExclusionWithdrawn withdrawn(By by) {
        return new AppraisalEvent.ExclusionWithdrawn(by, minutes(350), "force-majeure", words("重新核对"));
    }

    @Test
    void the_street_takes_its_proposal_back() {
        given(answered(exclusionProposed())).when(withdraw(OFFICER)).expectEvents(withdrawn(OFFICER));
    }

    @Test
    void the_district_corrects_what_was_agreed_to() {
        given(answered(exclusionProposed(), exclusionDecided(true)))
                .when(withdraw(SUPERVISOR))
                .expectEvents(withdrawn(SUPERVISOR));
    }

    @Test
    void the_street_does_not() {
        given(answered(exclusionProposed(), exclusionDecided(true)))
                .when(withdraw(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoProposal());
    }

    @Test
    void there_is_nothing_to_take_back_after_a_refusal() {
        given(answered(exclusionProposed(), exclusionDecided(false)))
                .when(withdraw(SUPERVISOR))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoProposal());
    }
}
