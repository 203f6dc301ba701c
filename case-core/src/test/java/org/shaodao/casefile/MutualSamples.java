package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;

/** 互评. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class MutualSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new MutualCommand.RateUnit(CASE, OFFICER, minutes(2000), 1, 4, words("到场及时")),
            new MutualCommand.RateWhistle(CASE, HEATING_CLERK, minutes(2000), 1, true, true, true, words("情况清楚")));

    static final List<CaseEvent> EVENTS = List.of(unitRated(1), whistleRated(1));

    private MutualSamples() {}

    static MutualEvent.UnitRated unitRated(int dispatch) {
        return new MutualEvent.UnitRated(OFFICER, minutes(250), dispatch, HEATING, 4, words("到场及时"));
    }

    static MutualEvent.WhistleRated whistleRated(int dispatch) {
        return new MutualEvent.WhistleRated(
                HEATING_CLERK, minutes(260), dispatch, HEATING, 1, true, false, true, words("没有门牌号"));
    }
}
