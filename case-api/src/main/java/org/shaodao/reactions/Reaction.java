package org.shaodao.reactions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;

/** Turns an event into the step that the product takes because of it. */
interface Reaction {
    /** The step that follows; empty for every other event. */
    Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now);
}
