package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.DueStep;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.documents.ClockRule;

/**
 * 时限. What is known of one clock.
 *
 * @param dispatch whose it is; null = the case's own
 * @param round counts the clocks of the same dispatch and kind, from 1
 * @param rule how long it was promised to be; null = it is due when somebody decided
 * @param originalDueAt the due instant it started with
 * @param agreedDueAt the due instant that somebody decided, pauses since not counted; null = found by its rule
 * @param dueAt the last instant that is still in time
 * @param provisional whether it touches a year without a published calendar
 * @param endedAt when what it measures was done, as it counts; null while it runs
 * @param lapsed whether it ended without anybody having done what it measures: the case took another turn,
 *     or a window closed
 * @param why how the due instant was found
 * @param stoppedAt since when it stands still; null while it does not
 * @param pauses when it stood still, since its due instant was last found by its rule or decided
 * @param missed whether it was found to have passed its due instant; once and for all
 * @param corrected whether it was found afterwards to have been done in time all the same
 */
@RecordBuilder
public record ClockFacts(
        @Nullable Integer dispatch,
        ClockKind kind,
        Integer round,
        Instant startedAt,
        @Nullable ClockRule rule,
        Instant originalDueAt,
        @Nullable Instant agreedDueAt,
        Instant dueAt,
        Boolean provisional,
        List<DueStep> why,
        @Nullable Instant stoppedAt,
        List<Pause> pauses,
        @Nullable Instant endedAt,
        Boolean missed,
        Boolean lapsed,
        Boolean corrected)
        implements ClockFactsBuilder.With {
    public ClockFacts {
        why = List.copyOf(why);
        pauses = List.copyOf(pauses);
    }

    /** How it went, or goes. */
    public enum State {
        /** 计时中. What it measures is still to be done, and as far as is known there is time. */
        RUNNING,
        /** 停计. It stands still, and goes on with what is left. */
        STOPPED,
        /** 已超时. Its due instant passed, and what it measures is still to be done. */
        MISSED,
        /** 按时. Done in time, or found to have been. */
        MET,
        /** 逾期完成. Done after it was missed. */
        LATE,
        /** 已失效. Ended because the case took another turn, or because a window closed. */
        LAPSED
    }

    /** How it went, or goes. */
    public State state() {
        if (runs()) {
            return missed ? State.MISSED : counts() ? State.RUNNING : State.STOPPED;
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
                clock.rule(),
                clock.due().at(),
                clock.rule() == null ? clock.due().at() : null,
                clock.due().at(),
                clock.due().provisional(),
                clock.due().steps(),
                null,
                List.of(),
                null,
                false,
                false,
                false);
    }

    /** The clock of the other system that a demand came from, if it named a due instant. */
    static List<ClockFacts> outside(Demand demand) {
        OutsideNumber outside = demand.outside();
        if (outside == null || outside.dueAt() == null) {
            return List.of();
        }
        DueStep why = new DueStep(DueStepKind.SET_OUTSIDE, null, null, null, null, outside.source());
        Due due = new Due(outside.dueAt(), false, List.of(why));
        return List.of(started(null, new StartedClock(ClockKind.OUTSIDE, 1, due), demand.raisedAt()));
    }

    /** The running clocks of a kind of one dispatch, or of the case itself. */
    static Predicate<ClockFacts> running(@Nullable Integer dispatch, ClockKind kind) {
        return clock -> clock.runs() && clock.is(dispatch, kind);
    }

    /** Whether what it measures is still to be done. */
    public boolean runs() {
        return endedAt == null;
    }

    /** Whether its time passes: it runs, and does not stand still. */
    public boolean counts() {
        return runs() && stoppedAt == null;
    }

    /** Whether only working time counts until it is due. */
    public boolean workingTime() {
        return rule != null
                && switch (rule.span().kind()) {
                    case WORKING_HOURS, WORKING_DAYS -> true;
                    case MINUTES, CALENDAR_DAYS -> false;
                };
    }

    /** Whether its due instant passed before this moment without anybody having noticed. */
    boolean passedUnnoticed(Instant now) {
        return counts() && !missed && dueAt.isBefore(now);
    }

    /** Due then because somebody decided. */
    private ClockFacts agreed() {
        return withAgreedDueAt(dueAt).withPauses(List.of());
    }

    /** Whether it is due when the resident of a duplicate was promised. */
    boolean promisedEarlier() {
        return agreedDueAt != null && !why.isEmpty() && why.getFirst().kind() == DueStepKind.PROMISED_EARLIER;
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

    /** What was done before anybody asked for it was done at once. */
    ClockFacts ended(Instant at) {
        return withEndedAt(at.isBefore(startedAt) ? startedAt : at);
    }

    ClockFacts lapsed(Instant at) {
        return withEndedAt(at).withLapsed(true);
    }

    /** Runs on as if it had never ended. */
    ClockFacts resumed() {
        return withEndedAt(null).withLapsed(false);
    }

    ClockFacts stopped(Instant at) {
        return withStoppedAt(at);
    }

    /** Goes on after it stood still. */
    ClockFacts wentOn(Instant at) {
        return stoppedAt == null
                ? this
                : withStoppedAt(null)
                        .withPauses(Stream.concat(pauses.stream(), Stream.of(new Pause(stoppedAt, at)))
                                .toList());
    }

    /** The same promise with another due instant; a miss stays one. */
    ClockFacts revised(StartedClock clock, RevisionCause cause) {
        ClockFacts revised = withRule(clock.rule())
                .withDueAt(clock.due().at())
                .withProvisional(clock.due().provisional())
                .withWhy(clock.due().steps());
        return switch (cause) {
            case EXTENDED, APPOINTED, MERGED -> revised.agreed();
            case CORRECTED -> revised.agreed().promisedEarlier() ? revised.agreed() : revised.withAgreedDueAt(null);
            case CALENDAR_PUBLISHED, RESUMED -> revised;
        };
    }

    ClockFacts asMissed() {
        return withMissed(true);
    }

    ClockFacts asCorrected() {
        return withCorrected(true);
    }
}
