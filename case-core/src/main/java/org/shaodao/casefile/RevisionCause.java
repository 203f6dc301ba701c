package org.shaodao.casefile;

/** Why a running clock got another due instant. */
public enum RevisionCause {
    /** 延期. More time was granted. */
    EXTENDED,
    /** 日历公布. The calendar of a year was published that had to be guessed before. */
    CALENDAR_PUBLISHED,
    /** 更正. What the clocks were chosen by was corrected. */
    CORRECTED,
    /** 恢复办理. A parked case goes on with the time that was left. */
    RESUMED,
    /** 约定. A time was appointed. */
    APPOINTED,
    /** 并单. The resident of a duplicate that joined had been promised an earlier one. */
    MERGED
}
