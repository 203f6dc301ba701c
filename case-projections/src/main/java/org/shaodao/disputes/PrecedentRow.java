package org.shaodao.disputes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ruling, for whoever has to decide something like it.
 *
 * @param number public number of the case
 * @param unit the unit that handed back
 * @param upheld whether it was right
 * @param responsible who must act; null = nobody that could be called
 * @param catalogue whether the dispatch catalogue should learn from it
 */
public record PrecedentRow(
        UUID caseId,
        Integer dispatch,
        String number,
        String category,
        String place,
        String ground,
        String unit,
        Boolean upheld,
        @Nullable String responsible,
        String headnote,
        Boolean catalogue,
        Instant ruledAt) {}
