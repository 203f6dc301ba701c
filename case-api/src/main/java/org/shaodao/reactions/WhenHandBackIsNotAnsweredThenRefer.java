package org.shaodao.reactions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.ClockEvent;
import org.shaodao.casefile.DisputeCommand;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.springframework.stereotype.Component;

/** 提请裁定. A hand-back that the street was silent about goes to the district. */
@Component
class WhenHandBackIsNotAnsweredThenRefer implements Reaction {
    private static final By PRODUCT = new By("refer-dispute", null, Role.SYSTEM, null);

    @Override
    public Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now) {
        return event instanceof ClockEvent.DeadlineMissed missed
                        && missed.clock() == ClockKind.HAND_BACK_ANSWER
                        && missed.dispatch() != null
                ? Optional.of(new DisputeCommand.ReferDispute(caseId, PRODUCT, now, missed.dispatch()))
                : Optional.empty();
    }
}
