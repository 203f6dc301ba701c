package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 身份保护. Who the resident is (rule 7): what may be asked. */
public sealed interface IdentityCommand extends CaseCommand {
    /**
     * 打开联系卡. The named handler of a dispatch asks for name, telephone and address of the resident, for as long as
     * the policy pack says.
     * @param purpose what for; the resident sees that it was opened
     */
    record OpenContactCard(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed purpose)
            implements IdentityCommand {}

    /**
     * 查看身份. Who runs the case or watches over it asks for name, telephone and address of the resident, for as long as
     * the policy pack says.
     * @param purpose what for; the resident sees that it was asked
     */
    record RevealIdentity(UUID caseId, By by, Instant occurredAt, Sealed purpose) implements IdentityCommand {}
}
