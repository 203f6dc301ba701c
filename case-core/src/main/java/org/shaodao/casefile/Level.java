package org.shaodao.casefile;

/** Under whose eyes a case is 办理层级; it only ever rises. */
public enum Level {
    /** 街道级. The street runs it, as every case. */
    STREET,
    /** 区级. The district watches it. */
    DISTRICT,
    /** 市级. The city watches it. */
    CITY
}
