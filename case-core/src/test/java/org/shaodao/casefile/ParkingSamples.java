package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 挂账. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class ParkingSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new ParkingCommand.ProposeParking(CASE, OFFICER, minutes(2000), "project", REVIEW_DAY, words("管网改造已列入计划")),
            new ParkingCommand.ApproveParking(CASE, SUPERVISOR, minutes(2000), words("同意挂账")),
            new ParkingCommand.ReviewParking(
                    CASE, SUPERVISOR, minutes(2000), REVIEW_DAY.plusMonths(1), words("工程仍在进行")),
            new ParkingCommand.ResumeCase(CASE, OFFICER, minutes(2000), words("工程已完工")));

    static final List<CaseEvent> EVENTS = List.of(
            parkingProposed(),
            parked(),
            new ParkingEvent.ParkingReviewed(SUPERVISOR, minutes(2000), REVIEW_DAY.plusMonths(1), words("工程仍在进行")),
            new ParkingEvent.Resumed(OFFICER, minutes(2000), words("工程已完工")));

    private ParkingSamples() {}
}
