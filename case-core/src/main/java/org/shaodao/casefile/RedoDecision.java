package org.shaodao.casefile;

/** What follows from "not solved" 重办研判: rework 重办, explain 解释说明, propose exclusion 申请剔除. */
public enum RedoDecision {
    REWORK,
    EXPLAIN,
    PROPOSE_EXCLUSION
}
