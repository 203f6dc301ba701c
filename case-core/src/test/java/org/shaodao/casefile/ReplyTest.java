package org.shaodao.casefile;

import static org.axonframework.test.matchers.Matchers.equalTo;
import static org.axonframework.test.matchers.Matchers.listWithAnyOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.shaodao.casefile.Sample.*;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/** 答复. */
class ReplyTest extends CaseFixture {
    private static WorkCommand.Reply reply(ReplyKind kind, @Nullable Outcome outcome, String text, int at) {
        return reply(kind, outcome, text, at, null, Evidence.PHOTO);
    }

    private static WorkCommand.Reply reply(
            ReplyKind kind,
            @Nullable Outcome outcome,
            String text,
            int at,
            @Nullable LocalDate promisedBy,
            Evidence... evidence) {
        return new WorkCommand.Reply(
                CASE,
                HEATING_CLERK,
                minutes(at),
                1,
                kind,
                outcome,
                words(text),
                List.of(evidence),
                promisedBy == null ? null : words("更换老旧管道"),
                promisedBy,
                kind == ReplyKind.FINAL ? attached() : null,
                null);
    }

    @Test
    void an_interim_reply_keeps_the_dispatch_open() {
        given(whistled(accepted(1, HEATING_CLERK)))
                .when(reply(ReplyKind.INTERIM, null, "已联系住户, 下午上门", 40, null))
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

    @Test
    void a_final_reply_brings_the_evidence_that_the_pack_demands_for_its_outcome() {
        given(whistled())
                .when(reply(ReplyKind.FINAL, Outcome.NOTHING_FOUND, "没有发现", 50, null, Evidence.PHOTO))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.EvidenceMissing(List.of(Evidence.DOCUMENT)));
        given(whistled())
                .when(reply(
                        ReplyKind.FINAL, Outcome.NOTHING_FOUND, "没有发现", 50, null, Evidence.PHOTO, Evidence.DOCUMENT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void where_the_pack_demands_a_file_a_word_is_not_enough() {
        Object[] burst = {raised().withCategory("heating/burst-pipe"), dispatched(1, lead(HEATING))};
        given(burst)
                .when(mended(List.of(Evidence.PHOTO), null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.EvidenceMissing(List.of(Evidence.PHOTO)));
        given(burst).when(mended(List.of(), attached())).expectSuccessfulHandlerExecution();
    }

    private static WorkCommand.Reply mended(List<Evidence> evidence, @Nullable List<Attached> attachments) {
        return new WorkCommand.Reply(
                CASE,
                HEATING_CLERK,
                minutes(50),
                1,
                ReplyKind.FINAL,
                Outcome.SOLVED,
                words("修好了"),
                evidence,
                null,
                null,
                attachments,
                null);
    }

    @Test
    void what_another_system_tells_of_needs_no_evidence() {
        given(whistled())
                .when(
                        reply(ReplyKind.FINAL, Outcome.NOTHING_FOUND, "没有发现", 50, null),
                        Map.of(Requests.CHANNEL, CaseFile.IMPORT))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_is_planned_is_promised_by_a_day() {
        given(whistled())
                .when(reply(ReplyKind.FINAL, Outcome.PLANNED, "列入计划", 50, null, Evidence.DOCUMENT))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingPromised());
        given(whistled())
                .when(reply(
                        ReplyKind.FINAL,
                        Outcome.PLANNED,
                        "列入计划",
                        50,
                        LocalDate.parse("2026-03-31"),
                        Evidence.DOCUMENT,
                        Evidence.PHOTO))
                .expectEventsMatching(payloadsMatching(listWithAnyOf(equalTo(new CommitmentEvent.CommitmentMade(
                        HEATING_CLERK, minutes(50), 1, HEATING, words("更换老旧管道"), LocalDate.parse("2026-03-31"))))));
    }

    @Test
    void a_promise_says_both_what_and_by_when_whatever_the_outcome() {
        given(whistled())
                .when(new WorkCommand.Reply(
                        CASE,
                        HEATING_CLERK,
                        minutes(50),
                        1,
                        ReplyKind.INTERIM,
                        null,
                        words("下周来换"),
                        List.of(),
                        words("换阀门"),
                        null,
                        null,
                        null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingPromised());
        given(whistled())
                .when(reply(ReplyKind.INTERIM, null, "下周来换", 50, LocalDate.parse("2026-01-11")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DueOutOfRange(
                        LocalDate.parse("2026-01-11"), LocalDate.parse("2026-01-12"), LocalDate.parse("2036-01-13")));
    }
}
