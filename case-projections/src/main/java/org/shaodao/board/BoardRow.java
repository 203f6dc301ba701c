package org.shaodao.board;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One item of the board.
 *
 * @param number the commitment's or the order's within the case, from 1; null = the case itself
 * @param street that the matter belongs to
 * @param owner the unit that answers for it
 * @param listedAt when it was listed
 * @param dueAt the last instant in time; null = no clock says so
 * @param endedAt when it was struck off or failed; null = it is not over
 * @param evidence version of the event that struck it off: the report, the proof of a promise, the decision; null = it is
 *     not over
 * @param version of the case, all its events counted
 */
public record BoardRow(
        UUID caseId,
        Listing listing,
        @Nullable Long number,
        String caseNumber,
        String street,
        String category,
        String place,
        String subject,
        String owner,
        BoardState state,
        Instant listedAt,
        @Nullable Instant dueAt,
        @Nullable Instant endedAt,
        @Nullable Long evidence,
        long version) {}
