package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.LocalDate;
import java.util.List;
import org.shaodao.demand.Outcome;
import org.shaodao.documents.PolicyPack.Evidence;

/** 办理. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class WorkSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(2000), 1),
            new WorkCommand.Accept(CASE, HEATING_CLERK, minutes(2000), 1, "handler-9"),
            new WorkCommand.AssignInside(CASE, HEATING_CLERK, minutes(2000), 1, "second-crew", "handler-10"),
            new WorkCommand.Contact(
                    CASE,
                    HEATING_CLERK,
                    minutes(2000),
                    1,
                    ContactResult.REACHED,
                    ContactMeans.TELEPHONE,
                    words("下午在家")),
            new WorkCommand.Arrive(
                    CASE,
                    HEATING_CLERK,
                    minutes(2000),
                    1,
                    ReportMode.ON_THE_SPOT,
                    words("换热站"),
                    List.of(Evidence.PHOTO),
                    null),
            new WorkCommand.Leave(CASE, HEATING_CLERK, minutes(2000), 1, words("去取阀门")),
            new WorkCommand.ConfirmLateEntry(CASE, OFFICER, minutes(2000), 1, LateEntry.CONTACT, words("居民说打过电话")),
            new WorkCommand.AskParticulars(CASE, HEATING_CLERK, minutes(2000), 1, words("哪一间不热?")),
            new WorkCommand.AnswerParticulars(CASE, OFFICER, minutes(2000), 1, words("次卧")),
            new WorkCommand.Reply(
                    CASE,
                    HEATING_CLERK,
                    minutes(2000),
                    1,
                    ReplyKind.FINAL,
                    Outcome.SOLVED,
                    words("好了"),
                    List.of(Evidence.PHOTO),
                    words("更换老旧管道"),
                    LocalDate.parse("2026-02-01"),
                    null,
                    null));

    static final List<CaseEvent> EVENTS = List.of(
            acknowledged(1, HEATING_CLERK),
            accepted(1, HEATING_CLERK),
            new WorkEvent.AssignedInside(HEATING_CLERK, minutes(16), 1, HEATING, "second-crew", "handler-10"),
            contacted(1, HEATING_CLERK),
            arrived(1, HEATING_CLERK),
            left(1, HEATING_CLERK),
            new WorkEvent.LateEntryConfirmed(
                    OFFICER, minutes(400), 1, HEATING, LateEntry.ARRIVAL, minutes(60), words("门口见过")),
            asked(1, HEATING_CLERK),
            new WorkEvent.ParticularsAnswered(OFFICER, minutes(17), 1, HEATING, words("次卧")),
            likeTwoOthers(finalReply(1, HEATING_CLERK)));

    private WorkSamples() {}

    private static WorkEvent.Replied likeTwoOthers(WorkEvent.Replied e) {
        return new WorkEvent.Replied(
                e.by(),
                e.occurredAt(),
                e.dispatch(),
                e.unit(),
                e.kind(),
                e.outcome(),
                e.text(),
                e.evidence(),
                e.attachments(),
                2);
    }
}
