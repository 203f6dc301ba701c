package org.shaodao.view;

import java.time.Instant;
import java.util.UUID;

/**
 * A case that a view could not be told of: its rows there stay as they were before.
 *
 * @param version the first event that was not told
 * @param error why, the last time it was tried
 * @param attempts how often
 */
public record CaseSetAside(
        String view, int generation, UUID caseId, long version, String error, Instant since, int attempts) {}
