package org.shaodao.casefile;

/** A unit's part in a case: lead 主办 or assisting 协办. */
public enum DispatchRole {
    LEAD,
    ASSISTING
}
