package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 核验. */
class VerifyTest extends CaseFixture {
    private static ClosingCommand.Verify verify(By by) {
        return new ClosingCommand.Verify(CASE, by, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度"));
    }

    @Test
    void the_street_finds_the_work_done() {
        given(answered()).when(verify(OFFICER)).expectEvents(verified());
    }

    @Test
    void a_unit_that_still_owes_its_reply_stands_in_the_way() {
        given(whistled(finalReply(1, HEATING_CLERK)))
                .when(verify(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DispatchOpen(List.of(2)));
    }

    @Test
    void after_reopening_something_must_have_been_done() {
        given(answered(verified(), closed(), reopened()))
                .when(new ClosingCommand.Verify(CASE, OFFICER, minutes(1600), VerificationBasis.ON_SITE, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToVerify());
    }

    @Test
    void nobody_verifies_their_own_work() {
        given(
                        raised(),
                        dispatched(1, lead(HEATING)),
                        new WorkEvent.Replied(
                                new By("key-1", HEATING, Role.UNIT, "officer-5"),
                                minutes(190),
                                1,
                                HEATING,
                                ReplyKind.FINAL,
                                Outcome.SOLVED,
                                words("好了"),
                                null,
                                null,
                                null))
                .when(verify(new By("key-2", STREET, Role.STREET, "officer-5")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("verify"));
    }

    @Test
    void the_named_handler_does_not_verify_whoever_wrote_the_reply() {
        given(
                        raised(),
                        dispatched(1, lead(HEATING)),
                        new WorkEvent.Accepted(HEATING_CLERK, minutes(30), 1, HEATING, OFFICER.person()),
                        finalReply(1, HEATING_CLERK))
                .when(verify(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("verify"));
    }

    @Test
    void a_unit_does_not_verify() {
        given(answered())
                .when(verify(HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("verify", "UNIT"));
    }
}
