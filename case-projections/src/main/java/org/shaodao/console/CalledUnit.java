package org.shaodao.console;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.ClockFacts;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.clocks.ClockKind;

/**
 * A unit that was called, and how far it has come.
 *
 * @param dispatch number within the case
 * @param clock the first of its running clocks to be due; null = none runs
 */
public record CalledUnit(
        Integer dispatch,
        String unit,
        DispatchRole role,
        Standing standing,
        @Nullable ClockKind clock,
        @Nullable Instant dueAt,
        boolean missed) {
    /** How far a unit has come. */
    public enum Standing {
        /** 未签收. */
        NOT_ACKNOWLEDGED,
        /** 未到场. Acknowledged; not where it was called to. */
        NOT_ARRIVED,
        /** 已退单. Somebody is to answer or to rule. */
        DISPUTED,
        /** 已到场. There, or at work where nobody has to come. */
        AT_WORK,
        /** 已答复. */
        REPLIED,
        /** 已终止. */
        ENDED
    }

    static CalledUnit of(CaseFacts facts, DispatchFacts dispatch) {
        ClockFacts next = facts.clocks().stream()
                .filter(clock ->
                        clock.counts() && dispatch.number().equals(clock.dispatch()) && FallingDue.isOwed(clock.kind()))
                .min(Comparator.comparing(ClockFacts::dueAt))
                .orElse(null);
        return new CalledUnit(
                dispatch.number(),
                dispatch.unit(),
                dispatch.role(),
                standing(facts, dispatch),
                next == null ? null : next.kind(),
                next == null ? null : next.dueAt(),
                next != null && next.missed());
    }

    /** Whether the unit was called and has not acknowledged, or has not come; one that disputes the call is not waited for. */
    static boolean absent(CaseFacts facts, DispatchFacts dispatch) {
        Standing standing = standing(facts, dispatch);
        return !facts.parking().parked() && (standing == Standing.NOT_ACKNOWLEDGED || standing == Standing.NOT_ARRIVED);
    }

    private static Standing standing(CaseFacts facts, DispatchFacts dispatch) {
        if (dispatch.dispute().open()) {
            return Standing.DISPUTED;
        }
        return switch (dispatch.state()) {
            case SENT -> Standing.NOT_ACKNOWLEDGED;
            case ACKNOWLEDGED, ACCEPTED ->
                facts.clocks().stream()
                                .anyMatch(clock -> clock.runs() && clock.is(dispatch.number(), ClockKind.ARRIVAL))
                        ? Standing.NOT_ARRIVED
                        : Standing.AT_WORK;
            case REPLIED -> Standing.REPLIED;
            case ENDED -> Standing.ENDED;
        };
    }
}
