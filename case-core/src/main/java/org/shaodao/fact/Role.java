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
    /** 上级平台. Another system that sends demands under numbers of its own; its unit is the code of its source. */
    OUTSIDE,
    /** The product itself: deadlines that passed, and reactions. Nobody signs in as it. */
    SYSTEM
}
