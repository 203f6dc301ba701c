package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** Steps that change two cases in one unit of work, or neither. {@link CasePairs} takes them. */
public sealed interface PairCommand {
    /** The case addressed: the one whose version the caller decided upon. */
    UUID caseId();

    /** 并单. Let the case, a duplicate, join a surviving one. */
    record Merge(UUID caseId, By by, Instant occurredAt, UUID survivor) implements PairCommand {}

    /** 拆并. Let a merged case go on alone; not after its survivor ended. */
    record UndoMerge(UUID caseId, By by, Instant occurredAt, UUID survivor) implements PairCommand {}

    /** 拆单. Let one matter of the case become a case of its own. */
    record Split(UUID caseId, By by, Instant occurredAt, IntakeCommand.Raise part, Sealed matter)
            implements PairCommand {}

    /** 关联. Link the case with another. */
    record Link(UUID caseId, By by, Instant occurredAt, UUID other, Relation relation) implements PairCommand {}
}
