package org.shaodao.fact;

/** In which capacity somebody acts. */
public enum Role {
    RESIDENT,
    GRID_WORKER,
    COMMUNITY,
    STREET,
    UNIT,
    DISTRICT,
    AUDITOR,
    ADMINISTRATOR,
    /** The product itself: deadlines that passed, and reactions. Nobody signs in as it. */
    SYSTEM
}
