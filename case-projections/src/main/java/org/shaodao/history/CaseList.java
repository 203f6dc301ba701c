package org.shaodao.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some cases, the last raised first.
 *
 * @param next where the following page begins; null = this was the last
 */
public record CaseList(List<CaseHeader> cases, @Nullable CaseCursor next) {}
