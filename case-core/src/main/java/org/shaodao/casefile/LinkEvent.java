package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;

/** 并案拆单. What a case has to do with other cases: what happened. */
public sealed interface LinkEvent extends CaseEvent {
    /** 同意并单. The street agreed that another merges this case with one of its own. */
    @StoredAs("casefile.merge-consented-to")
    record MergeConsentedTo(By by, Instant occurredAt, UUID other) implements LinkEvent {}

    /**
     * 已并入. The case joined another, which goes on for both: its open dispatches ended and its clocks run no more.
     *
     * @param number of the survivor
     */
    @StoredAs("casefile.merged-into")
    record MergedInto(By by, Instant occurredAt, UUID survivor, String number) implements LinkEvent {}

    /**
     * 重复件并入. A duplicate joined this case.
     *
     * @param number of the duplicate
     * @param complainants whoever raised it, and whoever had joined it before
     * @param raisedAt when the duplicate was raised
     * @param promised what the resident of the duplicate may still expect; the earliest due instant holds
     */
    @StoredAs("casefile.duplicate-joined")
    record DuplicateJoined(
            By by,
            Instant occurredAt,
            UUID duplicate,
            String number,
            List<UUID> complainants,
            Instant raisedAt,
            List<RunningDue> promised)
            implements LinkEvent {
        public DuplicateJoined {
            complainants = List.copyOf(complainants);
            promised = List.copyOf(promised);
        }
    }

    /**
     * 拆并. The case goes on alone where it was when it joined, with the clocks it had.
     *
     * @param number of the case it had joined
     */
    @StoredAs("casefile.merge-undone")
    record MergeUndone(By by, Instant occurredAt, UUID survivor, String number) implements LinkEvent {}

    /**
     * 移出并单. A duplicate that had joined goes on alone; what this case promised earlier because of it stays promised.
     *
     * @param number of the duplicate
     */
    @StoredAs("casefile.duplicate-released")
    record DuplicateReleased(By by, Instant occurredAt, UUID duplicate, String number) implements LinkEvent {}

    /**
     * 拆出立案. The case was a part of another case's call.
     *
     * @param number of that case
     */
    @StoredAs("casefile.split-from")
    record SplitFrom(By by, Instant occurredAt, UUID original, String number) implements LinkEvent {}

    /**
     * 拆单. One matter of several became a case of its own.
     *
     * @param number of the new case
     * @param matter which part of the call it is
     */
    @StoredAs("casefile.split-off")
    record SplitOff(By by, Instant occurredAt, UUID part, String number, Sealed matter) implements LinkEvent {}

    /**
     * 关联. The case is linked with another, which knows of it too.
     *
     * @param number of the other case
     * @param relation what this case is to the other
     */
    @StoredAs("casefile.linked")
    record Linked(By by, Instant occurredAt, UUID other, String number, Relation relation) implements LinkEvent {}

    /**
     * 加入. Somebody else wants the same, without a case of their own.
     *
     * @param complainant the person whose key seals their words
     */
    @StoredAs("casefile.joined")
    record Joined(
            By by,
            Instant occurredAt,
            UUID complainant,
            @Nullable Sealed name,
            @Nullable Sealed phone,
            @Nullable Sealed words)
            implements LinkEvent {}

    /** 登记为重复. The matter is handled elsewhere already, in a case that is not here; this one ended. */
    @StoredAs("casefile.duplicate-noted")
    record DuplicateNoted(By by, Instant occurredAt, Sealed note) implements LinkEvent {}

    /** 转出. Somebody outside handles it from now on; the case ended here. */
    @StoredAs("casefile.transferred-outside")
    record TransferredOutside(By by, Instant occurredAt, Sealed note) implements LinkEvent {}
}
