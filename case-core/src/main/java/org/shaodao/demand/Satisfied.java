package org.shaodao.demand;

/** Are you satisfied? The resident's answer: yes 满意, basically 基本满意, no 不满意. */
public enum Satisfied {
    YES,
    BASICALLY,
    NO
}
