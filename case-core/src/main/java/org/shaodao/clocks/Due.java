package org.shaodao.clocks;

import java.time.Instant;
import java.util.List;

/**
 * When a clock is due and why then. What happens at this very instant is still in time.
 *
 * @param provisional days without a published notice were taken by the week: to be revised, by an event, once it is out
 * @param steps how it was computed, in order, some two dozen at most
 */
public record Due(Instant at, Boolean provisional, List<DueStep> steps) {
    public Due {
        steps = List.copyOf(steps);
    }

    /** Due when somebody said. */
    public static Due given(Instant at, WorkingCalendar calendar) {
        String zone = calendar.zone().getId();
        return new Due(at, false, List.of(new DueStep(DueStepKind.GIVEN, calendar.wall(at), null, null, null, zone)));
    }
}
