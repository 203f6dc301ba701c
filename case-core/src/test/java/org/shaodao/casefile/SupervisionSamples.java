package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/** 督办. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class SupervisionSamples {
    static final By LADDER = new By("ladder", null, Role.SYSTEM, null);

    static final List<CaseCommand> COMMANDS = List.of(
            new SupervisionCommand.Remind(CASE, OFFICER, minutes(2000), 1, "reminder", words("请尽快签收")),
            new SupervisionCommand.OrderSupervision(
                    CASE, SUPERVISOR, minutes(2000), 1, "supervision", minutes(4000), words("三日内办结并反馈")),
            new SupervisionCommand.ReportOnSupervision(CASE, HEATING_CLERK, minutes(2000), 1, words("已派抢修队")),
            new SupervisionCommand.RaiseLevel(
                    CASE, SUPERVISOR, minutes(2000), Level.DISTRICT, "raise-level", words("涉及多部门")),
            new SupervisionCommand.OpenRungs(CASE, LADDER, minutes(2000), 1));

    static final List<CaseEvent> EVENTS =
            List.of(reminded(), supervisionOrdered(), supervisionReported(), levelRaised());

    private SupervisionSamples() {}

    /** By itself, for the acknowledgement that did not come. */
    static SupervisionEvent.Reminded reminded() {
        return new SupervisionEvent.Reminded(
                LADDER, minutes(340), 1, HEATING, "reminder", ClockKind.ACKNOWLEDGEMENT, 1, words("请尽快签收"));
    }

    static SupervisionEvent.SupervisionOrdered supervisionOrdered() {
        return new SupervisionEvent.SupervisionOrdered(
                SUPERVISOR,
                minutes(400),
                1,
                HEATING,
                "supervision",
                ClockKind.HANDLING,
                1,
                minutes(4000),
                words("三日内办结并反馈"));
    }

    static SupervisionEvent.SupervisionReported supervisionReported() {
        return new SupervisionEvent.SupervisionReported(HEATING_CLERK, minutes(500), 1, HEATING, words("已派抢修队"));
    }

    static SupervisionEvent.LevelRaised levelRaised() {
        return new SupervisionEvent.LevelRaised(
                SUPERVISOR,
                minutes(600),
                1,
                HEATING,
                "raise-level",
                ClockKind.HANDLING,
                1,
                Level.DISTRICT,
                words("涉及多部门"));
    }
}
