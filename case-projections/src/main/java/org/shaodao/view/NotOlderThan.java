package org.shaodao.view;

import java.util.UUID;

/**
 * What a reader has written and wants to see.
 *
 * @param version of the case, as the answer to the step told it
 */
public record NotOlderThan(UUID caseId, long version) {}
