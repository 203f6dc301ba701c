package org.shaodao.view;

import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;

/**
 * An event, and what was known of its case before and after it.
 *
 * @param before null if this is the first event of the case
 * @param after null if nothing was ever raised: no history begins so, but no view may stumble over it
 */
public record Change(
        Recorded recorded,
        @Nullable CaseFacts before,
        @Nullable CaseFacts after) {}
