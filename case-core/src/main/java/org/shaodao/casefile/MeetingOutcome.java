package org.shaodao.casefile;

/** What a meeting decided. */
public enum MeetingOutcome {
    /** 自办. The street, community or grid handles it. */
    HANDLE_OURSELVES,
    /** 吹哨. Units are to be called. */
    BLOW_A_WHISTLE,
    /** 直派. One unit is to be dispatched. */
    DISPATCH,
    /** 缓议. Taken up again at another meeting. */
    POSTPONED
}
