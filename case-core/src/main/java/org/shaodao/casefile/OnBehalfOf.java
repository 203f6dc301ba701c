package org.shaodao.casefile;

/** Who raised a demand for somebody else 代为提出, by what they are to them. */
public enum OnBehalfOf {
    /** 家属. */
    RELATIVE,
    /** 邻居. */
    NEIGHBOUR,
    /** 网格员、社区工作者. */
    GRID_WORKER,
    /** 其他人. */
    OTHER
}
