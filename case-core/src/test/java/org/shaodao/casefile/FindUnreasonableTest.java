package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 不合理诉求认定: proposed by one, confirmed by another, set aside by a third. */
class FindUnreasonableTest extends CaseFixture {
    private static final AppraisalCommand.FindUnreasonable PROPOSE =
            new AppraisalCommand.FindUnreasonable(CASE, OFFICER, minutes(330), words("要求室温 30 度"));

    private static AppraisalCommand.ConfirmFinding confirm(By by) {
        return new AppraisalCommand.ConfirmFinding(CASE, by, minutes(340), true, words("超出供热标准"));
    }

    private static AppraisalCommand.ReviewFinding review(By by) {
        return new AppraisalCommand.ReviewFinding(CASE, by, minutes(350), words("老人患病, 情有可原"));
    }

    @Test
    void the_street_proposes() {
        given(answered()).when(PROPOSE).expectEvents(findingProposed());
    }

    @Test
    void once() {
        given(answered(findingProposed()))
                .when(PROPOSE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ProposalStands("PROPOSED"));
    }

    @Test
    void the_district_confirms() {
        given(answered(findingProposed())).when(confirm(SUPERVISOR)).expectEvents(findingDecided(true));
    }

    @Test
    void nobody_confirms_their_own_proposal() {
        By twoHats = new By("district-key", "district-office", Role.DISTRICT, OFFICER.person());
        given(answered(findingProposed()))
                .when(confirm(twoHats))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("confirm-finding"));
    }

    @Test
    void a_review_sets_it_aside() {
        given(answered(findingProposed(), findingDecided(true)))
                .when(review(REVIEWER))
                .expectEvents(new AppraisalEvent.FindingSetAside(REVIEWER, minutes(350), words("老人患病, 情有可原")));
    }

    @Test
    void who_confirmed_does_not_review() {
        given(answered(findingProposed(), findingDecided(true)))
                .when(review(SUPERVISOR))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("review-finding"));
    }

    @Test
    void only_a_confirmed_finding_is_reviewed() {
        given(answered(findingProposed(), findingDecided(false)))
                .when(review(REVIEWER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NoProposal());
    }
}
