package org.shaodao.casefile;

/** What becomes of a lead whose lead was given to another: its part ends, or it goes on assisting 转为协办. */
public enum PreviousLead {
    ENDS,
    ASSISTS
}
