package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 不予重开. */
class DeclineReopeningTest extends CaseFixture {
    private static CommitmentCommand.DeclineReopening decline(By by) {
        return new CommitmentCommand.DeclineReopening(CASE, by, minutes(1900), 1, words("下周施工"));
    }

    @Test
    void the_street_leaves_the_case_as_it_is() {
        given(answered(verified(), commitmentMade(), closed(), reopeningPutForward()))
                .when(decline(OFFICER))
                .expectEvents(new CommitmentEvent.ReopeningDeclined(OFFICER, minutes(1900), 1, HEATING, words("下周施工")));
    }

    @Test
    void a_street_does_not_decide_on_its_own_promise() {
        given(answered(
                        new CommitmentEvent.CommitmentMade(
                                OFFICER, minutes(245), 1, STREET, words("补种绿地"), LocalDate.parse("2026-01-12")),
                        reopeningPutForward()))
                .when(decline(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("decline-reopening"));
    }

    @Test
    void nothing_is_declined_that_was_not_put_forward() {
        given(answered(verified(), commitmentMade(), closed()))
                .when(decline(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotPutForward(1));
    }

    @Test
    void a_case_that_was_opened_again_is_not_put_forward_any_more() {
        given(answered(verified(), commitmentMade(), closed(), reopeningPutForward(), reopened()))
                .when(decline(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotPutForward(1));
    }
}
