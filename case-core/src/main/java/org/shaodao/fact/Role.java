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
    ADMINISTRATOR
}
