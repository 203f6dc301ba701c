package org.shaodao.board;

/** How an item of the board stands. */
public enum BoardState {
    /** 未销号. In time, as far as is known. */
    OPEN,
    /** 已超期. Its day passed. */
    OVERDUE,
    /** 已销号. Struck off, with evidence. */
    STRUCK_OFF,
    /** 已落空. Ended without what was listed having been done. */
    FAILED;

    /** Whether nothing is waited for any more. */
    public boolean over() {
        return this == STRUCK_OFF || this == FAILED;
    }
}
