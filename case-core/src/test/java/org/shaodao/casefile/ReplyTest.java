package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.Refused;

/** 答复. */
class ReplyTest extends CaseFixture {
    private static WorkCommand.Reply reply(ReplyKind kind, @Nullable Outcome outcome, String text, int at) {
        return new WorkCommand.Reply(CASE, HEATING_CLERK, minutes(at), 1, kind, outcome, words(text));
    }

    @Test
    void an_interim_reply_keeps_the_dispatch_open() {
        given(whistled(accepted(1, HEATING_CLERK)))
                .when(reply(ReplyKind.INTERIM, null, "已联系住户, 下午上门", 40))
                .expectEvents(interim(1, HEATING_CLERK));
        given(whistled(interim(1, HEATING_CLERK)))
                .when(reply(ReplyKind.FINAL, Outcome.SOLVED, "已更换阀门, 室温 20 度", 190))
                .expectEvents(finalReply(1, HEATING_CLERK));
    }

    @Test
    void a_final_reply_is_given_once_per_round() {
        given(answered())
                .when(reply(ReplyKind.FINAL, Outcome.SOLVED, "再答一次", 195))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "REPLIED"));
        given(answered(reworkOrdered(1, HEATING)))
                .when(reply(ReplyKind.FINAL, Outcome.SOLVED, "已更换阀门, 室温 20 度", 190))
                .expectEvents(finalReply(1, HEATING_CLERK));
    }

    @Test
    void a_final_reply_names_its_outcome() {
        given(whistled())
                .when(reply(ReplyKind.FINAL, null, "办完了", 50))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OutcomeMismatch("FINAL"));
    }

    @Test
    void an_interim_reply_has_no_outcome() {
        given(whistled())
                .when(reply(ReplyKind.INTERIM, Outcome.SOLVED, "快了", 50))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OutcomeMismatch("INTERIM"));
    }
}
