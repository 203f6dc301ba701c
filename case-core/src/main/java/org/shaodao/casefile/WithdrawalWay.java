package org.shaodao.casefile;

/** How a resident took a demand back: with their own retrieval code, or by a call that was recorded. */
public enum WithdrawalWay {
    OWN_CODE,
    RECORDED_CALL
}
