package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 提请重开. */
class PutForwardForReopeningTest extends CaseFixture {
    private static CommitmentCommand.PutForwardForReopening put(int at) {
        return new CommitmentCommand.PutForwardForReopening(CASE, WATCHER, minutes(at), 1);
    }

    @Test
    void a_closed_case_is_put_forward_when_the_day_of_a_promise_has_passed() {
        given(answered(verified(), commitmentMade(), commitmentClock(), closed()))
                .when(put(1800))
                .expectEvents(reopeningPutForward());
    }

    @Test
    void not_before_its_day_has_passed() {
        given(answered(verified(), commitmentMade(), commitmentClock()))
                .when(put(900))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToPutForward(1));
    }

    @Test
    void not_twice() {
        given(answered(verified(), commitmentMade(), commitmentClock(), reopeningPutForward()))
                .when(put(1800))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToPutForward(1));
    }

    @Test
    void nobody_but_the_product_does_it_by_the_clock() {
        given(answered(verified(), commitmentMade(), commitmentClock()))
                .when(new CommitmentCommand.PutForwardForReopening(CASE, OFFICER, minutes(1800), 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("put-forward-for-reopening", "STREET"));
    }
}
