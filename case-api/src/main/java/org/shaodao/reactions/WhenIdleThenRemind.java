package org.shaodao.reactions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.SupervisionCommand;
import org.shaodao.clocks.ClockKind;
import org.springframework.stereotype.Component;

/** 签而不办提醒. Half of the time to handle passed without anything of substance: the ladder says who is reminded. */
@Component
class WhenIdleThenRemind implements Reaction {
    @Override
    public Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now) {
        return event instanceof ClockEvent.DeadlineMissed missed && missed.clock() == ClockKind.PROGRESS
                ? Optional.of(new SupervisionCommand.OpenRungs(
                        caseId, WhenMissedThenOpenRungs.LADDER, now, missed.dispatch()))
                : Optional.empty();
    }
}
