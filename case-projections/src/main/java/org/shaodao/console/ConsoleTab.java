package org.shaodao.console;

/** Where on a desk something stands that waits. */
public enum ConsoleTab {
    /** 谁还没到. Units called that have not acknowledged or not arrived. */
    NOT_COME,
    /** 新诉求. Raised; nobody was called. */
    NEW,
    /** 退单. Handed back; the street is to agree or to refuse. */
    HAND_BACKS,
    /** 待核验. Everybody answered; the street is to judge. */
    TO_VERIFY,
    /** 待回访. Verified; the resident is to be asked. */
    TO_FOLLOW_UP,
    /** 待结案. Verified, and everybody was asked. */
    TO_CLOSE,
    /** 待决定. Somebody asked for something, or objected. */
    DECISIONS,
    /** 待裁定. The district is to rule on a dispute. */
    RULINGS,
    /** 待指定. Every lead called was right to hand back: the district is to designate one. */
    DESIGNATIONS,
    /** 已结案. Closed, the last first. */
    CLOSED;

    /** Whether what came last stands first; everywhere else what waits longest does. */
    boolean newestFirst() {
        return this == CLOSED;
    }
}
