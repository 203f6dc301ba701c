package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.fact.By;

/** 派单异议. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class DisputeSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            handBack(HEATING_CLERK, 1),
            new DisputeCommand.AgreeToHandBack(CASE, OFFICER, minutes(2000), 1),
            new DisputeCommand.RefuseHandBack(CASE, OFFICER, minutes(2000), 1, words("管网属于你单位")),
            new DisputeCommand.ReferDispute(CASE, WATCHER, minutes(2000), 1),
            new DisputeCommand.BeHeard(CASE, HOUSING_CLERK, minutes(2000), 1, words("户内设施不归我局")),
            upheld(HOUSING),
            new DisputeCommand.Designate(CASE, SUPERVISOR, minutes(2000), WATER, words("查明原因并恢复供热")));

    static final List<CaseEvent> EVENTS = List.of(
            handedBack(1, HEATING_CLERK),
            new DisputeEvent.HandBackRejected(
                    HEATING_CLERK,
                    minutes(2000),
                    1,
                    HEATING,
                    "not-our-duty",
                    words("供热条例第十条"),
                    HOUSING,
                    HandBackRejection.WINDOW_CLOSED),
            agreed(1, HEATING),
            new DisputeEvent.HandBackRefused(OFFICER, minutes(50), 1, HEATING, words("管网属于你单位")),
            referred(1, HEATING),
            new DisputeEvent.Heard(HOUSING_CLERK, minutes(55), 1, HEATING, words("户内设施不归我局")),
            ruled(1, HEATING, true, HOUSING),
            new DisputeEvent.Designated(SUPERVISOR, minutes(90), 2, WATER),
            new DisputeEvent.DeemedAccepted(WATCHER, minutes(600), 1, HEATING, DeemedBy.SILENCE));

    private DisputeSamples() {}

    static DisputeCommand.HandBack handBack(By by, int dispatch) {
        return new DisputeCommand.HandBack(
                CASE, by, minutes(2000), dispatch, "not-our-duty", words("供热条例第十条"), HOUSING);
    }

    static DisputeCommand.RuleOnDispute upheld(String responsible) {
        return new DisputeCommand.RuleOnDispute(
                CASE,
                SUPERVISOR,
                minutes(2000),
                1,
                true,
                responsible,
                words("查明原因并恢复供热"),
                words("户内管道由房屋管理单位负责"),
                "户内供热管道由房屋管理单位主办",
                true);
    }

    static DisputeEvent.HandedBack handedBack(int dispatch, By by) {
        return new DisputeEvent.HandedBack(
                by,
                minutes(30),
                dispatch,
                Objects.requireNonNull(by.unitId()),
                "not-our-duty",
                words("供热条例第十条"),
                HOUSING);
    }

    static DisputeEvent.HandBackAgreed agreed(int dispatch, String unit) {
        return new DisputeEvent.HandBackAgreed(OFFICER, minutes(50), dispatch, unit);
    }

    static DisputeEvent.DisputeReferred referred(int dispatch, String unit) {
        return new DisputeEvent.DisputeReferred(OFFICER, minutes(50), dispatch, unit);
    }

    static DisputeEvent.DisputeRuled ruled(int dispatch, String unit, boolean upheld, @Nullable String responsible) {
        return new DisputeEvent.DisputeRuled(
                SUPERVISOR,
                minutes(80),
                dispatch,
                unit,
                upheld,
                responsible,
                words("户内管道由房屋管理单位负责"),
                "户内供热管道由房屋管理单位主办",
                true);
    }

    /** The street's time to answer the first dispatch's hand-back: four working hours. */
    static ClockEvent.ClocksStarted answerDue() {
        return new ClockEvent.ClocksStarted(
                HEATING_CLERK,
                minutes(30),
                1,
                HEATING,
                minutes(30),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(clock(ClockKind.HAND_BACK_ANSWER, new Span(SpanKind.WORKING_HOURS, 4))));
    }
}
