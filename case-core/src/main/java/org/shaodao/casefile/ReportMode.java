package org.shaodao.casefile;

/** How a called unit reports 报到: on the spot 到场, at a meeting 会商, online. */
public enum ReportMode {
    ON_THE_SPOT,
    MEETING,
    ONLINE
}
