package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 承诺. Dated promises: what may be asked. */
public sealed interface CommitmentCommand extends CaseCommand {
    /**
     * 作出承诺. Promise something by a day.
     *
     * @param unit who will do it: the unit itself, or whom of this case the street names
     */
    record MakeCommitment(UUID caseId, By by, Instant occurredAt, String unit, Sealed what, LocalDate dueOn)
            implements CommitmentCommand {}

    /** 兑现承诺. Prove that a promise was kept. */
    record KeepCommitment(UUID caseId, By by, Instant occurredAt, Integer commitment, Sealed proof)
            implements CommitmentCommand {}

    /** 承诺落空. Record that a promise is not going to be kept. */
    record BreakCommitment(UUID caseId, By by, Instant occurredAt, Integer commitment, Sealed reason)
            implements CommitmentCommand {}

    /** 提请重开. Put the case forward for reopening: the day of a promise has passed without proof. */
    record PutForwardForReopening(UUID caseId, By by, Instant occurredAt, Integer commitment)
            implements CommitmentCommand {}

    /** 不予重开. Leave the case as it is in spite of the promise. */
    record DeclineReopening(UUID caseId, By by, Instant occurredAt, Integer commitment, Sealed reason)
            implements CommitmentCommand {}
}
