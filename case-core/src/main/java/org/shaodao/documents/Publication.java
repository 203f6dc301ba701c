package org.shaodao.documents;

import java.time.Instant;

/**
 * What a publication is answered with; a repeated one gets the receipt of its first time.
 *
 * @param sequence number of the publication among all of its kind, from 0
 */
public record Publication(DocumentKind kind, VersionRef ref, Instant effectiveFrom, Long sequence) {}
