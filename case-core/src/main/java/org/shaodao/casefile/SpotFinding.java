package org.shaodao.casefile;

/** What was seen on the spot: the work is done 已办好, done in part 部分办好, not done 未办好. */
public enum SpotFinding {
    DONE,
    PARTLY,
    NOT_DONE
}
