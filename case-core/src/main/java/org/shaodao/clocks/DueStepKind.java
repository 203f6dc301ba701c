package org.shaodao.clocks;

/**
 * What a step of a computation says. Stored: constants are never renamed or removed. Each names the fields of
 * {@link DueStep} that it fills; every wall time is of the zone that {@link #STARTED} names.
 */
public enum DueStepKind {
    /** 起算. The clock started {@code at}; {@code name} is the zone. A starting day is not counted as a day. */
    STARTED,
    /** 进入工作时间起计. It started outside working hours, so counting began {@code at}. */
    COUNTING_BEGAN,
    /** 放假不计. Days off {@code from} to {@code until} for {@code name}; no name = {@code days} of many holidays. */
    HOLIDAY,
    /** 调休上班计入. Make-up working days, as in {@link #HOLIDAY}. */
    MAKE_UP_DAY,
    /** 周休不计. {@code days} ordinary weekly rest days, the first and last of them {@code from} and {@code until}. */
    WEEKLY_REST,
    /** 安排未公布. No notice yet for {@code days} days {@code from} to {@code until}: taken by the week, provisional. */
    UNPUBLISHED,
    /** 计满. {@code days} were counted, {@code until} is the last. */
    COUNTED,
    /** 末日顺延. The last day {@code from} is a rest day and gave way to {@code until}. */
    LAST_DAY_MOVED,
    /** The clocks skipped the wall time {@code at}: moved forward by what they skipped. */
    TIME_SKIPPED,
    /** The wall time {@code at} came twice: the earlier one is meant. */
    TIME_REPEATED,
    /** 约定时间. It was appointed for {@code at}. */
    APPOINTED,
    /** 过半. Half of the time had passed {@code at}. */
    HALFWAY,
    /** 到期. The time was used up {@code at}. */
    TIME_USED_UP,
    /** 到期. At the end of work, {@code at}. */
    ENDED_WITH_WORK,
    /** 到期. At the wall-clock time of the start, {@code at}. */
    ENDED_AT_SAME_TIME,
    /** 到期. At 24:00 of the last day, {@code at} 00:00 of the next. */
    ENDED_AT_MIDNIGHT,
    /** 停计. It stood still from {@code at} on, until it started again with what was left. */
    STOOD_STILL,
    /** 延期至. It was extended to {@code at}. */
    EXTENDED,
    /** 上级规定. The other system {@code name} wants it then. */
    SET_OUTSIDE,
    /** 复核日. To be looked at again on the day {@code until}. */
    REVIEW_DAY,
    /** 并单从早. The resident of the duplicate {@code name} was promised {@code at}. */
    PROMISED_EARLIER,
    /** 指定时间. Somebody said that it is due {@code at}, wall time in the zone {@code name}. */
    GIVEN
}
