package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 承诺落空. */
class BreakCommitmentTest extends CaseFixture {
    private static CommitmentCommand.BreakCommitment breaks(By by) {
        return new CommitmentCommand.BreakCommitment(CASE, by, minutes(700), 1, words("没有经费"));
    }

    private static final CommitmentEvent.CommitmentBroken BROKEN =
            new CommitmentEvent.CommitmentBroken(OFFICER, minutes(700), 1, HEATING, words("没有经费"));

    @Test
    void the_case_is_put_forward_for_reopening_at_once() {
        given(answered(verified(), commitmentMade(), closed()))
                .when(breaks(OFFICER))
                .expectEvents(BROKEN, new CommitmentEvent.ReopeningPutForward(OFFICER, minutes(700), 1, HEATING));
    }

    @Test
    void but_only_once() {
        given(answered(verified(), commitmentMade(), reopeningPutForward()))
                .when(breaks(OFFICER))
                .expectEvents(BROKEN);
    }

    @Test
    void a_unit_does_not_give_its_promise_back() {
        given(answered(commitmentMade()))
                .when(breaks(HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("break-commitment", "UNIT"));
    }

    @Test
    void a_broken_promise_stays_broken() {
        given(answered(commitmentMade(), BROKEN))
                .when(breaks(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.CommitmentSettled(1, "BROKEN"));
    }
}
