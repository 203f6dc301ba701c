package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import org.shaodao.clocks.ClockKind;

/** A case whose steps are recorded at told times, for rules that need both times of a fact. */
final class Story {
    private CaseState state = new CaseState.Unborn();

    /** Raised, and the heating company called to be there at five past ten. */
    Story whistled() {
        ask(MORNING, raise());
        ask(minutes(5), blowWhistle(lead(HEATING)));
        return this;
    }

    List<CaseEvent> ask(Instant now, CaseCommand command) {
        List<CaseEvent> events = state.decide(command, SampleRules.at(now, SampleRules.RULES));
        for (CaseEvent event : events) {
            state = state.after(event, now);
        }
        return events;
    }

    CaseFacts facts() {
        return ((CaseState.Known) state).facts();
    }

    /** The clock of this kind on the first dispatch. */
    ClockFacts clock(ClockKind kind) {
        return facts().clocks().stream()
                .filter(clock -> clock.is(1, kind, 1))
                .findFirst()
                .orElseThrow();
    }
}
