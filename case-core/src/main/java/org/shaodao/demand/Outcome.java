package org.shaodao.demand;

/** What a final reply says: solved, partly, planned 列入计划, explained, nothing found 现场未发现, in legal procedure 转法定程序, cannot be solved now. */
public enum Outcome {
    SOLVED,
    PARTLY_SOLVED,
    PLANNED,
    EXPLAINED,
    NOTHING_FOUND,
    IN_LEGAL_PROCEDURE,
    CANNOT_BE_SOLVED_NOW
}
