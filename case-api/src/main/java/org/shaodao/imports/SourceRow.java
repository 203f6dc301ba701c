package org.shaodao.imports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.Channel;
import org.shaodao.demand.DemandKind;

/**
 * One row of a file, whatever its format.
 *
 * @param line where it begins in the file
 * @param dueAt until when the source wanted it closed; null if it does not say, or an earlier time than its creation
 * @param repliedAt when the source answered; null while it has not
 * @param closedAt when the source closed it; null while it is open there
 * @param ending how the source closed it, if it did
 * @param contradicting whether the status says open although a closing time is given; the status counts
 * @param subject one line for lists, without anything that tells who the person is
 * @param narrative what the resident said, as far as the source tells
 * @param reply what the source answered; blank where it answered without a word
 */
record SourceRow(
        long line,
        String id,
        DemandKind kind,
        Instant createdAt,
        @Nullable Instant dueAt,
        @Nullable Instant repliedAt,
        @Nullable Instant closedAt,
        Ending ending,
        boolean contradicting,
        String agency,
        String agencyName,
        String category,
        String subcategory,
        Channel channel,
        String district,
        String area,
        String address,
        String subject,
        String narrative,
        String reply) {
    /** How a source closes a request. */
    enum Ending {
        /** Answered. */
        HANDLED,
        /** Found to be handled already, in a request that the source does not name. */
        DUPLICATE,
        /** Given to somebody whom the source does not name. */
        TRANSFERRED
    }

    /** The due instant of the source, while it matters: a promise that it kept needs no clock here. */
    @Nullable Instant dueStill() {
        return dueAt == null || closedAt == null || closedAt.isAfter(dueAt) ? dueAt : null;
    }
}
