package org.shaodao.demand;

/** What a resident wants 诉求类型: enquiry 咨询, help 求助, complaint 投诉, tip-off 举报, suggestion 建议, praise 表扬. */
public enum DemandKind {
    ENQUIRY,
    HELP,
    COMPLAINT,
    TIP_OFF,
    SUGGESTION,
    PRAISE
}
