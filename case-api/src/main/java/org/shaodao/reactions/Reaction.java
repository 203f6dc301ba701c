package org.shaodao.reactions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.CaseEvent;

/**
 * 联动. What the product asks of a case by itself when something happened to it; a Spring component called
 * {@code When…Then…}, whose name is stored with how far it has come and must stay. The case decides: a refusal is an
 * answer too.
 *
 * <p>It hears every event once, those included that happened while the product was down, but none that happened before
 * the reaction was first there, and nothing of imported cases.
 */
public interface Reaction {
    /**
     * The command that follows from an event, if any. Asked for every event, and again after a failure: it only looks.
     *
     * @param caseId whose event it is
     * @param now the time at which the command will have occurred
     */
    Optional<CaseCommand> follows(UUID caseId, CaseEvent event, Instant now);
}
