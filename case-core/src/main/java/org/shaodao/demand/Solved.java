package org.shaodao.demand;

/** Was it solved? The resident's answer. */
public enum Solved {
    YES,
    PARTLY,
    NO
}
