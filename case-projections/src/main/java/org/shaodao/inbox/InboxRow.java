package org.shaodao.inbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;

/**
 * One dispatch in a unit's inbox.
 *
 * @param tab the one it is in by its state, never one by time
 * @param dispatch number within the case
 * @param whistle number of the whistle within the case; null = dispatched directly
 * @param state how far the unit has come
 * @param responsible whether the unit answers for the case as the lead 首接负责
 * @param dispute how it is disputed that the unit must act; null = it is not
 * @param section the unit's own name of the section that handles it; null = not said
 * @param round which round of work is under way or was last finished, from 1
 * @param handler the officer who took it on, an opaque id; null until somebody does
 * @param dispatchedAt when the unit was called
 * @param clock what must be done next by the time limit of this dispatch that is due first; null = none runs
 * @param dueAt the last instant at which that is in time
 * @param working whether only working time counts until then
 * @param missed whether that is known to be missed
 * @param reminders how often the unit was reminded 催办
 * @param supervisions how often it was ordered to act 督办
 * @param chases how often the resident urged the matter on 催单
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
        DispatchFacts.State state,
        boolean responsible,
        DisputeFacts.@Nullable State dispute,
        @Nullable String section,
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
        boolean working,
        boolean missed,
        int reminders,
        int supervisions,
        int chases,
        Instant recordedAt,
        Instant changedAt,
        long version) {}
