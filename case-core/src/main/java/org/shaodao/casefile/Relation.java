package org.shaodao.casefile;

/** 关联. What one case is to another that it does not join. */
public enum Relation {
    /** 重复反映. It tells again of what the other, ended by then, was about. */
    REPEAT_OF,
    /** 再次反映. The other tells again of what it was about. */
    REPEATED_BY,
    /** 相关. Neither; each is better read with the other. */
    RELATED;

    /** What the other is to it. */
    Relation reversed() {
        return switch (this) {
            case REPEAT_OF -> REPEATED_BY;
            case REPEATED_BY -> REPEAT_OF;
            case RELATED -> RELATED;
        };
    }
}
