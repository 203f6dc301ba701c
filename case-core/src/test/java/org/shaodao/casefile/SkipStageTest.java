package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.demand.Stage;
import org.shaodao.fact.Refused;

/** 跳过. */
class SkipStageTest extends CaseFixture {
    private static final CaseEvent SKIPPED =
            new IntakeEvent.StageSkipped(OFFICER, minutes(4), Stage.DELIBERATION, words("时间紧迫"));
    private static final CaseEvent DELIBERATED =
            new IntakeEvent.Deliberated(OFFICER, minutes(3), words("大家同意"), 9, GridOutcome.TO_THE_MEETING);
    private static final CaseEvent DECIDED =
            new IntakeEvent.DecidedAtMeeting(OFFICER, minutes(4), words("议定吹哨"), 5, MeetingOutcome.BLOW_A_WHISTLE);

    private static CallingCommand.BlowWhistle keyWork() {
        CallingCommand.BlowWhistle c = blowWhistle(lead(HEATING));
        return new CallingCommand.BlowWhistle(
                c.caseId(),
                c.by(),
                c.occurredAt(),
                "key-work",
                c.why(),
                c.reportMode(),
                c.reportAt(),
                c.meetingPlace(),
                c.contact(),
                c.authorisedBy(),
                c.calls());
    }

    @Test
    void a_stage_is_left_out_with_a_reason() {
        given(raised())
                .when(new IntakeCommand.SkipStage(CASE, OFFICER, minutes(4), Stage.DELIBERATION, words("时间紧迫")))
                .expectEvents(SKIPPED);
    }

    @Test
    void what_was_held_is_not_skipped_afterwards() {
        given(raised(), DELIBERATED)
                .when(new IntakeCommand.SkipStage(CASE, OFFICER, minutes(4), Stage.DELIBERATION, words("时间紧迫")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.StagePassed("DELIBERATION"));
    }

    @Test
    void a_whistle_that_needs_stages_waits_for_them() {
        given(raised(), DELIBERATED)
                .when(keyWork())
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.StageMissing("key-work", "DECISION"));
    }

    @Test
    void a_stage_held_and_a_stage_skipped_both_lie_behind() {
        given(raised(), SKIPPED, DECIDED).when(keyWork()).expectSuccessfulHandlerExecution();
    }
}
