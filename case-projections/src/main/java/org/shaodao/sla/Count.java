package org.shaodao.sla;

/**
 * What is counted. Each counted thing has one {@link Result} and stands at the time that decides its period.
 */
public enum Count {
    /** 签收. Acknowledgement clocks, at their due instant: in time, or missed. */
    ACKNOWLEDGED,
    /** 首次联系. First-contact clocks, at their due instant: in time, or missed. */
    CONTACTED,
    /** 到场. Arrival clocks, at their due instant: in time, or missed. */
    ARRIVED,
    /** 齐哨. Whistles, at the due instant of their last arrival: every unit in time, or not. */
    ANSWERED_WHISTLE,
    /** 办结. Handling clocks, at the due instant in force: in time and accepted, in time and not yet judged, or missed. */
    HANDLED,
    /** The same against the due instant each clock started with. */
    HANDLED_ORIGINALLY,
    /** 全程时长. Closed cases, at their last close; detail = {@link Histogram} bucket of the minutes since they were raised. */
    DURATION,
    /** The same without the time they were parked. */
    NET_DURATION,
    /** 在办时限. Running clocks, at their due instant; detail = the kind of clock. Past due they are the overdue stock. */
    RUNNING,
    /** 延期. Dispatches, at the original due instant: extended, or not. */
    EXTENDED,
    /** 挂账. Cases, at the original due instant of the whole case: ever parked, or not. */
    PARKED,
    /** 剔除. Cases, at the original due instant of the whole case: left out of appraisal, or not. */
    EXCLUDED,
    /** 响应. "Were you contacted?", first answer to somebody independent, at that answer. */
    RESPONSE,
    /** 解决. "Was it solved?" of help, complaints and tip-offs, at the first answer. */
    RESOLUTION,
    /** 满意. "Are you satisfied?" of everything but praise, at the first answer. */
    SATISFACTION,
    /** 回访. Follow-up clocks, at their due instant: answered, not reached, declined, no data, or nobody asked. */
    FOLLOWED_UP,
    /** 派单. Dispatches sent, when they were: kept, handed back, or handed back rightly. */
    SENT,
    /** 派单异议. Disputes that ended, when they did: upheld or rejected; detail = ground. */
    DISPUTED,
    /** Disputes that ended, by the unit that was suggested instead; detail = its code, empty = none known. */
    SUGGESTED,
    /** 待决. Open disputes, since the hand-back. */
    OPEN_DISPUTE,
    /** 裁定时长. Disputes that ended, when they did; detail = bucket of the minutes they took. */
    RULING_TIME,
    /** The same in minutes of working time. */
    RULING_WORKING_TIME,
    /** 指定承办. Designations, when they were made; the unit is the one designated. */
    DESIGNATED,
    /** 流转. Closed cases with a dispatch, at their last close; detail = how many units held the lead. */
    HOPS,
    /** 视为接受. Windows for handing back, when they ended: silent, or not. */
    SILENCE,
    /** 签而不办. Acknowledged dispatches, halfway through their handling time: idle, or moved on. */
    IDLE,
    /** 重办. Cases first verified, as long after that as reopening counts: with rework by then, or without. */
    REWORKED,
    /** 重开. Closings, as long after that as reopening counts: reopened by then, or not. */
    REOPENED,
    /** 复发. Closings, as long after that as recurrence counts: a like demand came by then, or not. */
    RECURRED,
    /** 认定不一致. Demands of which the unit says "solved" and the resident answered: they agree, or not. */
    VERDICT,
    /** 吹哨. Accepted cases, when they were raised: whistled, or not. */
    WHISTLED,
    /** 来件. Cases raised, when they were; detail = weekday 1–7 and hour, for example {@code 1-09}. */
    RAISED,
    /** The same, those that joined another case apart; detail = the place. */
    RAISED_AT,
    /** 结案. Closings, when they were; detail = the place. Its item ends with the days within which a like demand counts. */
    CLOSED,
    /** 外呼. Calls to residents after the work, when they were made; detail = who called. */
    CALLED,
    /** 联系尝试. Attempts of a unit to contact the resident; detail = who tried. */
    TRIED,
    /** 撤诉. Demands taken back while a unit had them, when they were. */
    WITHDRAWN,
    /** 投诉后并单. Complaints and chased demands that were merged away, when they were. */
    MERGED_AFTER_COMPLAINT,
    /** 改为咨询. Demands corrected to an enquiry, when they were. */
    BECAME_ENQUIRY,
    /** 补录. Contacts and arrivals entered late, when they happened; detail = which. */
    ENTERED_LATE,
    /** 临期挂账. Parkings with less than a day left to handle a dispatch, when they were approved. */
    PARKED_LATE,
    /** 雷同答复. Final replies in words that the unit used for another case before, when they were given. */
    COPIED
}
