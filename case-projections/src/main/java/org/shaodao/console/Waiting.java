package org.shaodao.console;

import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;

/** What waits, and for which step. */
public enum Waiting {
    /** Nobody was called. */
    CALL(ConsoleTab.NEW, ClockKind.WHOLE_CASE, false),
    /** Units of one call have not acknowledged or not arrived. */
    ARRIVAL(ConsoleTab.NOT_COME, null, false),
    /** 退单. */
    HAND_BACK_ANSWER(ConsoleTab.HAND_BACKS, ClockKind.HAND_BACK_ANSWER, false),
    /** 核验. */
    VERIFICATION(ConsoleTab.TO_VERIFY, ClockKind.VERIFICATION, false),
    /** 回访 of one person. */
    FOLLOW_UP(ConsoleTab.TO_FOLLOW_UP, ClockKind.FOLLOW_UP, false),
    /** 结案. */
    CLOSING(ConsoleTab.TO_CLOSE, ClockKind.WHOLE_CASE, false),
    /** 延期申请 of a unit. */
    EXTENSION(ConsoleTab.DECISIONS, ClockKind.HANDLING, false),
    /** 重办研判: somebody said "not solved". */
    UNSOLVED(ConsoleTab.DECISIONS, ClockKind.REDO_DECISION, false),
    /** 办结异议. */
    OBJECTION(ConsoleTab.DECISIONS, ClockKind.OBJECTION_ANSWER, false),
    /** 提请重开: a promise was not kept. */
    REOPENING(ConsoleTab.DECISIONS, null, false),
    /** 挂账申请. */
    PARKING(ConsoleTab.DECISIONS, null, true),
    /** 剔除申请. */
    EXCLUSION(ConsoleTab.DECISIONS, null, true),
    /** 不合理诉求认定. */
    FINDING(ConsoleTab.DECISIONS, null, true),
    /** 裁定. */
    RULING(ConsoleTab.RULINGS, ClockKind.RULING, true),
    /** 指定承办. */
    DESIGNATION(ConsoleTab.DESIGNATIONS, null, true),
    /** Nothing any more: the case is closed. */
    NOTHING(ConsoleTab.CLOSED, null, false);

    private final ConsoleTab tab;

    @Nullable private final ClockKind clock;

    private final boolean ofTheDistrict;

    Waiting(ConsoleTab tab, @Nullable ClockKind clock, boolean ofTheDistrict) {
        this.tab = tab;
        this.clock = clock;
        this.ofTheDistrict = ofTheDistrict;
    }

    /** Where it stands. */
    public ConsoleTab tab() {
        return tab;
    }

    /** Which clock says until when; null = none does. */
    @Nullable ClockKind clock() {
        return clock;
    }

    /** Whether only the district may do it. */
    boolean ofTheDistrict() {
        return ofTheDistrict;
    }
}
