package org.shaodao.reactions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.CommitmentCommand;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.springframework.stereotype.Component;

/** 提请重开. A promise whose day passed without proof puts its case forward for reopening. */
@Component
class WhenCommitmentIsDueThenPutForward implements Reaction {
    private static final By BY = new By("when-commitment-is-due", null, Role.SYSTEM, null);

    @Override
    public Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now) {
        return event instanceof ClockEvent.DeadlineMissed missed && missed.clock() == ClockKind.COMMITMENT
                ? Optional.of(new CommitmentCommand.PutForwardForReopening(caseId, BY, now, missed.round()))
                : Optional.empty();
    }
}
