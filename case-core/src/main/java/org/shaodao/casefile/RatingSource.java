package org.shaodao.casefile;

import org.shaodao.fact.Role;

/** Who asked the resident: somebody independent, the street itself 自查回访, or nobody, for the resident spoke of their own accord. */
public enum RatingSource {
    INDEPENDENT,
    SELF_CHECK,
    RESIDENT;

    static RatingSource of(Role role) {
        return switch (role) {
            case RESIDENT -> RESIDENT;
            case STREET, COMMUNITY, GRID_WORKER, UNIT -> SELF_CHECK;
            case DISTRICT, AUDITOR, ADMINISTRATOR, OUTSIDE, SYSTEM -> INDEPENDENT;
        };
    }
}
