package org.shaodao.casefile;

import java.time.Instant;
import java.time.LocalDate;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 承诺. Dated promises, which outlive the closing of the case: what happened. */
public sealed interface CommitmentEvent extends CaseEvent {
    /**
     * 作出承诺. Something was promised by a day.
     *
     * @param commitment number of the commitment within the case, from 1; the round of its clock
     * @param unit who will do it
     * @param dueOn the last day that is still in time
     */
    @StoredAs("casefile.commitment-made")
    record CommitmentMade(By by, Instant occurredAt, Integer commitment, String unit, Sealed what, LocalDate dueOn)
            implements CommitmentEvent {}

    /** 兑现承诺. The promise was kept; whether in time says its clock. */
    @StoredAs("casefile.commitment-kept")
    record CommitmentKept(By by, Instant occurredAt, Integer commitment, String unit, Sealed proof)
            implements CommitmentEvent {}

    /** 承诺落空. The promise is not going to be kept; the case is put forward for reopening in the same append. */
    @StoredAs("casefile.commitment-broken")
    record CommitmentBroken(By by, Instant occurredAt, Integer commitment, String unit, Sealed reason)
            implements CommitmentEvent {}

    /** 提请重开. The case was put forward for reopening because a promise was not kept. */
    @StoredAs("casefile.reopening-put-forward")
    record ReopeningPutForward(By by, Instant occurredAt, Integer commitment, String unit) implements CommitmentEvent {}

    /** 不予重开. The case stays as it is in spite of the promise. */
    @StoredAs("casefile.reopening-declined")
    record ReopeningDeclined(By by, Instant occurredAt, Integer commitment, String unit, Sealed reason)
            implements CommitmentEvent {}
}
