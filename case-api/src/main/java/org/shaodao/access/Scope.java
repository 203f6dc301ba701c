package org.shaodao.access;

/** What a key may be limited to, besides what its role may do: the families of steps, and what else there is. */
public enum Scope {
    /** Whatever is only read. */
    READ,
    /** Open cases. */
    RAISE,
    INTAKE,
    CALLING,
    WORK,
    DISPUTES,
    CLOSING,
    RATING,
    MUTUAL,
    COMMITMENTS,
    APPRAISAL,
    SUPERVISION,
    EXTENSIONS,
    PARKING,
    LINKS,
    /** Ask to know who residents are, and read it. */
    IDENTITY,
    /** Read files of other systems in. */
    IMPORTS,
    /** Check and publish documents. */
    DOCUMENTS,
    /** Users, keys, views, erasures, and what is kept of them. */
    ADMINISTRATION
}
