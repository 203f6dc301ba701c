package org.shaodao.access;

import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Role;

/**
 * What a person may act as today: a role of their own, or as deputy one of somebody else's (AB岗).
 *
 * @param id by which it is chosen
 * @param standsInFor login of the one whose role it is; null = their own
 */
public record Capacity(
        String id,
        Role role,
        @Nullable String unit,
        @Nullable String standsInFor) {}
