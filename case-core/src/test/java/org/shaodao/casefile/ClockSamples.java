package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.clocks.ClockKind;

/** 时限. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class ClockSamples {
    static final List<CaseCommand> COMMANDS = List.of(
            new ClockCommand.NoteMissedDeadline(CASE, WATCHER, minutes(2000), 1, ClockKind.ACKNOWLEDGEMENT, 1),
            new ClockCommand.ReviseDeadlines(CASE, WATCHER, minutes(2000)));

    static final List<CaseEvent> EVENTS = List.of(
            clocks(),
            extended(LATER),
            deadlineCorrected(),
            deadlineMissed(),
            new ClockEvent.WindowClosed(
                    WATCHER,
                    minutes(9000),
                    1,
                    HEATING,
                    ClockKind.RATING_WINDOW,
                    1,
                    minutes(9000),
                    minutes(9000).plusSeconds(40)));

    private ClockSamples() {}
}
