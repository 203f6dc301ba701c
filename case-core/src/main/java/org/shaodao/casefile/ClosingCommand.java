package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/** 核验、结案. How work is judged and a case ends: what may be asked. */
public sealed interface ClosingCommand extends CaseCommand {
    /**
     * 请求现场核查. Ask the people on the spot to look at finished work.
     *
     * @param unit the community, or grid worker's unit, that is to look
     */
    record AskSpotCheck(UUID caseId, By by, Instant occurredAt, String unit) implements ClosingCommand {}

    /** 现场核查. Say what was seen on the spot; the street decides upon it. Fields as in {@link ClosingEvent.SpotChecked}. */
    record SpotCheck(
            UUID caseId,
            By by,
            Instant occurredAt,
            SpotFinding finding,
            List<Evidence> evidence,
            Sealed findings,
            @Nullable List<Attached> attachments)
            implements ClosingCommand {}

    /** 重办. Send one unit's finished work back. */
    record OrderRework(UUID caseId, By by, Instant occurredAt, Integer dispatch, Sealed reason)
            implements ClosingCommand {}

    /** 核验. Find the work of all units done. */
    record Verify(
            UUID caseId,
            By by,
            Instant occurredAt,
            VerificationBasis basis,
            @Nullable Sealed findings) implements ClosingCommand {}

    /** 办结异议. Object to the finding that the work is done, while the time for it runs. */
    record RaiseObjection(UUID caseId, By by, Instant occurredAt, Sealed reason) implements ClosingCommand {}

    /**
     * 异议答复. Decide upon the objection; upheld, the lead's work goes back.
     *
     * @param upheld whether the resident is right
     */
    record AnswerObjection(UUID caseId, By by, Instant occurredAt, Boolean upheld, Sealed reason)
            implements ClosingCommand {}

    /** 结案. End a verified case. */
    record Close(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Sealed summary,
            List<Evidence> evidence,
            @Nullable List<Attached> attachments)
            implements ClosingCommand {
        public Close {
            evidence = List.copyOf(evidence);
        }
    }

    /** 重新打开. Go on with a closed case; the resident may ask for it too. */
    record Reopen(UUID caseId, By by, Instant occurredAt, Sealed reason) implements ClosingCommand {}
}
