package org.shaodao.clocks;

/** What a clock 时限 is for. One that has no rule in the policy pack does not run. */
public enum ClockKind {
    /** 签收时限. Until the unit has seen its dispatch. */
    ACKNOWLEDGEMENT,

    /** 首次联系时限. Until the resident was contacted, or could not be. */
    FIRST_CONTACT,

    /** 到场时限. Until the unit reported: on the spot, at the meeting, online. */
    ARRIVAL,

    /** 办理时限. Until the final reply. */
    HANDLING,

    /** 进展时限. Half of the handling time, until the matter itself moved on 实质进展; it needs no rule of its own. */
    PROGRESS,

    /** 退单时限. How long a unit may hand a dispatch back. */
    HAND_BACK_WINDOW,

    /** 退单答复时限. Until the dispatcher agreed to a hand-back or refused it. */
    HAND_BACK_ANSWER,

    /** 裁定时限. Until the district ruled on a dispute. */
    RULING,

    /** 核验时限. Until the street found the work done or sent it back. */
    VERIFICATION,

    /** 办结异议期. How long a finding that the work is done may be objected to. */
    OBJECTION_WINDOW,

    /** 异议答复时限. Until an objection is answered. */
    OBJECTION_ANSWER,

    /** 回访时限. Until the resident was asked. */
    FOLLOW_UP,

    /** 重办研判时限. Until it was decided what follows from "not solved". */
    REDO_DECISION,

    /** 承诺时限. Until a dated promise is kept. */
    COMMITMENT,

    /** 评价期. How long street and unit may rate each other. */
    RATING_WINDOW,

    /** 挂账复核时限. Until a parked case was looked at again. */
    PARKING_REVIEW,

    /** 督办反馈时限. Until a supervision order is reported on. */
    SUPERVISION,

    /** 催督时限. When the next rung of the ladder is reached if what was missed is still not done. */
    LADDER,

    /** 上级时限. What another system demands. */
    OUTSIDE,

    /** 全程时限. The whole case, from being raised to being closed; it never stops. */
    WHOLE_CASE;

    /**
     * Whether it starts with a dispatch, for the unit called.
     *
     * @param leads whether the unit is to lead and to contact a resident who is known
     * @param whistled whether a whistle calls it
     */
    public boolean startsWithDispatch(boolean leads, boolean whistled) {
        return switch (this) {
            case ACKNOWLEDGEMENT, HANDLING, PROGRESS, HAND_BACK_WINDOW -> true;
            case FIRST_CONTACT -> leads;
            case ARRIVAL -> whistled;
            case HAND_BACK_ANSWER,
                    RULING,
                    VERIFICATION,
                    OBJECTION_WINDOW,
                    OBJECTION_ANSWER,
                    FOLLOW_UP,
                    REDO_DECISION,
                    COMMITMENT,
                    RATING_WINDOW,
                    PARKING_REVIEW,
                    SUPERVISION,
                    LADDER,
                    OUTSIDE,
                    WHOLE_CASE -> false;
        };
    }

    /** Whether it is about having been called, as nobody is who takes a matter on itself 自办. */
    public boolean concernsTheCall() {
        return this == ACKNOWLEDGEMENT || this == HAND_BACK_WINDOW;
    }

    /** Whether it only says how long something may be done: when it passes, nothing is missed. */
    public boolean window() {
        return this == HAND_BACK_WINDOW || this == OBJECTION_WINDOW || this == RATING_WINDOW;
    }

    /** Whether the unit called is to do what it measures, where it is a dispatch's; otherwise the street or the district. */
    public boolean ofTheUnit() {
        return this != HAND_BACK_ANSWER && this != RULING;
    }
}
