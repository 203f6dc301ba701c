package org.shaodao.demand;

/** What may come before units are called: deliberation in the grid 网格议事, decision at a meeting 会议定事. */
public enum Stage {
    DELIBERATION,
    DECISION
}
