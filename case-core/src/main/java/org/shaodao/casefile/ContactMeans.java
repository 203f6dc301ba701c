package org.shaodao.casefile;

/** How a unit contacted a resident: by telephone 电话, by a visit 上门, by a message 信息. */
public enum ContactMeans {
    TELEPHONE,
    VISIT,
    MESSAGE
}
