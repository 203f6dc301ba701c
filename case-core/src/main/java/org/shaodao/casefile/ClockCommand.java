package org.shaodao.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;

/** 时限. Deadlines: what may be asked. */
public sealed interface ClockCommand extends CaseCommand {
    /**
     * 记录超时. Tell the case that one of its deadlines has passed; the case decides whether it was missed.
     *
     * @param dispatch whose clock; null = the case's own
     */
    record NoteMissedDeadline(
            UUID caseId,
            By by,
            Instant occurredAt,
            @Nullable Integer dispatch,
            ClockKind clock,
            Integer round) implements ClockCommand {}

    /** 重算时限. Tell the case that a calendar knows the days by now that its provisional deadlines had to guess. */
    record ReviseDeadlines(UUID caseId, By by, Instant occurredAt) implements ClockCommand {}
}
