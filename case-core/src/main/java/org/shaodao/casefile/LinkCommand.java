package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/**
 * 并案拆单. What a case has to do with other cases: what may be asked. A step that changes two cases is a half for each
 * of them; only {@link CasePairs} sends halves, always both.
 */
public sealed interface LinkCommand extends CaseCommand {
    /** 同意并单. Let another street merge this case with one of its own, before it does. */
    record ConsentToMerge(UUID caseId, By by, Instant occurredAt, UUID other) implements LinkCommand {}

    /**
     * 并入. Join a surviving case, which goes on for both.
     *
     * @param number of the survivor
     * @param street that runs the survivor
     */
    record MergeInto(UUID caseId, By by, Instant occurredAt, UUID survivor, String number, String street)
            implements LinkCommand {}

    /**
     * 并单. Let a duplicate join: the earliest due instant holds, each co-complainant rates.
     *
     * @param number of the duplicate
     * @param street that runs the duplicate
     * @param complainants whoever raised it, and whoever had joined it before
     * @param raisedAt when the duplicate was raised
     * @param running what its resident may still expect
     */
    record JoinDuplicate(
            UUID caseId,
            By by,
            Instant occurredAt,
            UUID duplicate,
            String number,
            String street,
            List<UUID> complainants,
            Instant raisedAt,
            List<RunningDue> running)
            implements LinkCommand {}

    /**
     * 拆并. Go on alone, as if it had never joined.
     *
     * @param street that runs the survivor
     */
    record LeaveSurvivor(UUID caseId, By by, Instant occurredAt, UUID survivor, String street) implements LinkCommand {}

    /**
     * 移出并单. Let a duplicate that joined go on alone.
     *
     * @param street that runs the duplicate
     */
    record ReleaseDuplicate(UUID caseId, By by, Instant occurredAt, UUID duplicate, String street)
            implements LinkCommand {}

    /**
     * 拆出立案. Raise a part of another case's call as a case of its own.
     *
     * @param raise the demand
     * @param original the case whose call it was a part of
     * @param originalNumber its number
     * @param recused whether the district runs that case
     */
    record RaisePart(
            UUID caseId,
            By by,
            Instant occurredAt,
            IntakeCommand.Raise raise,
            UUID original,
            String originalNumber,
            Boolean recused)
            implements LinkCommand {}

    /**
     * 拆单. Leave one matter of several to a case of its own.
     *
     * @param part the new case
     * @param number of the new case
     * @param matter which part of the call it is
     */
    record SplitOff(UUID caseId, By by, Instant occurredAt, UUID part, String number, Sealed matter)
            implements LinkCommand {}

    /**
     * 关联. Link a case with another; both know of it.
     *
     * @param number of the other case
     * @param relation what this case is to the other
     */
    record LinkTo(UUID caseId, By by, Instant occurredAt, UUID other, String number, Relation relation)
            implements LinkCommand {}

    /**
     * 加入. Record that somebody else wants the same: they are asked, and rate, for themselves, without a case of their own.
     *
     * @param complainant the person whose key seals their words
     */
    record Join(
            UUID caseId,
            By by,
            Instant occurredAt,
            UUID complainant,
            @Nullable Sealed name,
            @Nullable Sealed phone,
            @Nullable Sealed words)
            implements LinkCommand {}

    /** 登记为重复. Note that another system or office handles the matter already, in a case that is not here. */
    record NoteDuplicate(UUID caseId, By by, Instant occurredAt, Sealed note) implements LinkCommand {}

    /** 转出. Give the case to somebody outside, who handles it from now on. */
    record TransferOutside(UUID caseId, By by, Instant occurredAt, Sealed note) implements LinkCommand {}
}
