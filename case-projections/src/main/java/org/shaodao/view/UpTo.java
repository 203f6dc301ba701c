package org.shaodao.view;

import java.util.UUID;

/** A case as far as it had come with its event of this version. */
public record UpTo(UUID caseId, long version) {}
