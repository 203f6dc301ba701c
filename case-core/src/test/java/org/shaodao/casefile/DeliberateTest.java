package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 网格议事、会议定事. */
class DeliberateTest extends CaseFixture {
    private static final By GRID = new By("account-71", "huayuan-community", Role.GRID_WORKER, null);

    private static IntakeCommand.Deliberate deliberate(By by) {
        return new IntakeCommand.Deliberate(CASE, by, minutes(4), words("大家同意"), 9, GridOutcome.TO_THE_MEETING);
    }

    @Test
    void the_grid_that_raised_the_demand_deliberates_on_it() {
        given(raisedBy(GRID))
                .when(deliberate(GRID))
                .expectEvents(
                        new IntakeEvent.Deliberated(GRID, minutes(4), words("大家同意"), 9, GridOutcome.TO_THE_MEETING));
    }

    @Test
    void the_community_in_whose_area_it_is_deliberates_on_what_a_resident_said_at_the_hotline() {
        given(raised())
                .when(deliberate(COMMUNITY_WORKER))
                .expectEvents(new IntakeEvent.Deliberated(
                        COMMUNITY_WORKER, minutes(4), words("大家同意"), 9, GridOutcome.TO_THE_MEETING));
    }

    @Test
    void another_grid_does_not_know_of_it() {
        given(raised())
                .when(deliberate(GRID))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void a_meeting_of_the_street_decides() {
        given(raised())
                .when(new IntakeCommand.DecideAtMeeting(
                        CASE, OFFICER, minutes(4), words("议定吹哨"), 5, MeetingOutcome.BLOW_A_WHISTLE))
                .expectEvents(new IntakeEvent.DecidedAtMeeting(
                        OFFICER, minutes(4), words("议定吹哨"), 5, MeetingOutcome.BLOW_A_WHISTLE));
    }

    private static IntakeEvent.Raised raisedBy(By by) {
        return raised().withBy(by);
    }
}
