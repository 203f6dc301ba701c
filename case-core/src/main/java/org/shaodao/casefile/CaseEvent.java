package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Attached;
import org.shaodao.fact.Fact;

/**
 * Everything that can have happened to a case file: the stored format. A dispatch is numbered within its case, in the
 * order of sending; a unit is named beside the number so that a fact can be read alone.
 */
public sealed interface CaseEvent extends Fact
        permits IntakeEvent,
                CallingEvent,
                WorkEvent,
                DisputeEvent,
                ClosingEvent,
                RatingEvent,
                MutualEvent,
                CommitmentEvent,
                AppraisalEvent,
                SupervisionEvent,
                ClockEvent,
                ExtensionEvent,
                ParkingEvent,
                LinkEvent,
                IdentityEvent {
    /** What whoever caused it is answered with, where it only tells that a step was tried; null = the step was taken. */
    default @Nullable CaseRefusal refusal() {
        return null;
    }

    /** The files that came with it; null = none. */
    default @Nullable List<Attached> attachments() {
        return null;
    }
}
