package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;

/**
 * 时限. What is known of one clock.
 *
 * @param dispatch whose it is; null = the case's own
 * @param round counts the clocks of the same dispatch and kind, from 1
 * @param dueAt the last instant that is still in time
 * @param provisional whether it touches a year without a published calendar
 * @param endedAt when what it measures was done, as it counts; null while it runs
 * @param lapsed whether it ended without anybody having done what it measures: the case took another turn
 * @param missed whether it was found to have passed its due instant; once and for all
 * @param corrected whether it was found afterwards to have been done in time all the same
 */
@RecordBuilder
public record ClockFacts(
        @Nullable Integer dispatch,
        ClockKind kind,
        Integer round,
        Instant startedAt,
        Instant dueAt,
        Boolean provisional,
        @Nullable Instant endedAt,
        Boolean missed,
        Boolean lapsed,
        Boolean corrected)
        implements ClockFactsBuilder.With {
    /** How it went, or goes. */
    public enum State {
        /** 计时中. What it measures is still to be done, and as far as is known there is time. */
        RUNNING,
        /** 已超时. Its due instant passed, and what it measures is still to be done. */
        MISSED,
        /** 按时. Done in time, or found to have been. */
        MET,
        /** 逾期完成. Done after it was missed. */
        LATE,
        /** 已失效. Ended because the case took another turn. */
        LAPSED
    }

    /** How it went, or goes. */
    public State state() {
        if (runs()) {
            return missed ? State.MISSED : State.RUNNING;
        }
        if (lapsed) {
            return State.LAPSED;
        }
        return missed && !corrected ? State.LATE : State.MET;
    }

    static ClockFacts started(@Nullable Integer dispatch, StartedClock clock, Instant at) {
        return new ClockFacts(
                dispatch,
                clock.kind(),
                clock.round(),
                at,
                clock.due().at(),
                clock.due().provisional(),
                null,
                false,
                false,
                false);
    }

    /** The running clocks of a kind of one dispatch, or of the case itself. */
    static Predicate<ClockFacts> running(@Nullable Integer dispatch, ClockKind kind) {
        return clock -> clock.runs() && clock.is(dispatch, kind);
    }

    /** Whether what it measures is still to be done. */
    public boolean runs() {
        return endedAt == null;
    }

    /** Whether it ended, one way or another, by its due instant. */
    boolean inTime() {
        return endedAt != null && !endedAt.isAfter(dueAt);
    }

    /** Whether it is this clock. */
    public boolean is(@Nullable Integer ofDispatch, ClockKind ofKind, Integer ofRound) {
        return is(ofDispatch, ofKind) && round.equals(ofRound);
    }

    /** Whether it is of this kind, of this dispatch or of the case itself. */
    public boolean is(@Nullable Integer ofDispatch, ClockKind ofKind) {
        return Objects.equals(dispatch, ofDispatch) && kind == ofKind;
    }

    ClockFacts ended(Instant at) {
        return withEndedAt(at);
    }

    ClockFacts lapsed(Instant at) {
        return withEndedAt(at).withLapsed(true);
    }

    /** Runs on as if it had never ended. */
    ClockFacts resumed() {
        return withEndedAt(null).withLapsed(false);
    }

    ClockFacts asMissed() {
        return withMissed(true);
    }

    ClockFacts asCorrected() {
        return withCorrected(true);
    }
}
