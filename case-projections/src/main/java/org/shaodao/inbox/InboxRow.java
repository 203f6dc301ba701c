package org.shaodao.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;

/**
 * One dispatch in a unit's inbox.
 *
 * @param dispatch number within the case
 * @param whistle number of the whistle within the case; null = dispatched directly
 * @param round which round of work is under way or was last finished, from 1
 * @param handler the officer who took it on, an opaque id; null until somebody does
 * @param dispatchedAt when the unit was called
 * @param clock what must be done next by the time limit of this dispatch that is due first; null = none runs
 * @param dueAt the last instant at which that is in time
 * @param missed whether that is known to be missed
 * @param recordedAt when the dispatch became known
 * @param changedAt when the dispatch last changed, as recorded
 * @param version of the case, all its events counted: what the next step may be decided upon
 */
public record InboxRow(
        UUID caseId,
        int dispatch,
        String unit,
        DispatchRole role,
        InboxTab tab,
        @Nullable Integer whistle,
        int round,
        @Nullable String handler,
        String number,
        String street,
        DemandKind kind,
        String category,
        String place,
        String subject,
        Instant dispatchedAt,
        @Nullable ClockKind clock,
        @Nullable Instant dueAt,
        boolean missed,
        Instant recordedAt,
        Instant changedAt,
        long version) {}
