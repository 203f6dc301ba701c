package org.shaodao.reactions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.SupervisionCommand;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.springframework.stereotype.Component;

/** 超时即催. When a deadline was missed, the rungs of the ladder that this reaches open by themselves. */
@Component
class WhenMissedThenOpenRungs implements Reaction {
    static final By LADDER = new By("ladder", null, Role.SYSTEM, null);

    @Override
    public Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now) {
        return event instanceof ClockEvent.DeadlineMissed missed && missed.clock() != ClockKind.PROGRESS
                ? Optional.of(new SupervisionCommand.OpenRungs(caseId, LADDER, now, missed.dispatch()))
                : Optional.empty();
    }
}
