package org.shaodao.documents;

/** Says which documents a decision goes by: a parameter of command handlers. */
@FunctionalInterface
public interface Rulebook {
    /** The documents in force now. */
    InForce inForce();
}
