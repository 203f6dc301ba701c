package org.shaodao.casefile;

/** What a deliberation in the grid came to. */
public enum GridOutcome {
    /** 网格内解决. The grid can solve it alone. */
    SOLVED_IN_THE_GRID,
    /** 提请会议. A meeting is to decide. */
    TO_THE_MEETING,
    /** 报请街道. The street is to act. */
    TO_THE_STREET,
    /** 未形成一致意见. No agreement. */
    NO_AGREEMENT
}
