package org.shaodao.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a case, in the order that was asked for.
 *
 * @param next version beyond which the following page begins; null = this was the last
 */
public record CaseEntries(List<CaseEntry> entries, @Nullable Long next) {}
