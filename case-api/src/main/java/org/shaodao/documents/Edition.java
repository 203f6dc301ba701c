package org.shaodao.documents;

import java.time.Instant;
import org.shaodao.documents.DocumentEvent.Published;

/**
 * One published version, read.
 *
 * @param sequence number of the publication among all of its kind
 * @param recordedAt when it was published
 */
record Edition(Published published, long sequence, Instant recordedAt, Reading reading) {
    String id() {
        return published.id();
    }

    /** Whether decisions can go by it. */
    boolean readable() {
        return !(reading instanceof Reading.Unreadable);
    }

    Instant effectiveFrom() {
        return published.effectiveFrom();
    }
}
