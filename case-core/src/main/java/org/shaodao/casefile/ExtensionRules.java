package org.shaodao.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Reckoning;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 延期. The rules of more time by name. */
final class ExtensionRules {
    private ExtensionRules() {}

    /** Only time that passes can be extended. */
    static ClockFacts timeToExtend(CaseFacts facts, DispatchFacts dispatch) {
        return facts.handling(dispatch.number())
                .orElseThrow(() -> new Refused(new CaseRefusal.NothingToExtend(dispatch.number())));
    }

    /** What is asked for is decided before it is asked for again. */
    static void notAskedYet(DispatchFacts dispatch) {
        if (dispatch.extension().askedBy() != null) {
            throw new Refused(new CaseRefusal.ExtensionPending(dispatch.number()));
        }
    }

    /** Who asked for what is decided. */
    static By asked(DispatchFacts dispatch) {
        By asker = dispatch.extension().askedBy();
        if (asker == null) {
            throw new Refused(new CaseRefusal.NoExtensionAsked(dispatch.number()));
        }
        return asker;
    }

    /** 到期后不得申请. It counts when it is recorded (rule 9). */
    static void inTime(DispatchFacts dispatch, ClockFacts clock, Rulebook rules) {
        if (rules.now().isAfter(clock.dueAt())) {
            throw new Refused(new CaseRefusal.ExtensionTooLate(dispatch.number(), clock.dueAt()));
        }
    }

    static void notUsedUp(DispatchFacts dispatch, Rulebook rules) {
        Integer most = extensions(rules).most();
        if (dispatch.extension().granted() >= most) {
            throw new Refused(new CaseRefusal.ExtensionsUsedUp(dispatch.number(), most));
        }
    }

    /** A new due instant belongs to what is granted and to nothing else. */
    static @Nullable Instant grantedUntil(ExtensionCommand.DecideExtension c) {
        if (c.granted() != (c.until() != null)) {
            throw new Refused(new CaseRefusal.ExtensionMismatch(c.granted()));
        }
        return c.until();
    }

    static void later(ClockFacts clock, Instant until) {
        if (!until.isAfter(clock.dueAt())) {
            throw new Refused(new CaseRefusal.ExtensionTooShort(until, clock.dueAt()));
        }
    }

    static void notTooLong(ClockFacts clock, Instant until, Rulebook rules) {
        DayEnd end = clock.rule() == null ? DayEnd.END_OF_WORK : clock.rule().dayEnd();
        Instant longest = Reckoning.due(
                        clock.dueAt(),
                        extensions(rules).longest(),
                        end,
                        rules.inForce().calendar().content())
                .at();
        if (until.isAfter(longest)) {
            throw new Refused(new CaseRefusal.ExtensionTooLong(until, longest));
        }
    }

    private static PolicyPack.Extensions extensions(Rulebook rules) {
        return rules.inForce().pack().content().extensions();
    }

    /** The street gives time; to its own work 自办 the district does. */
    static void theStreetDecidesButForItself(CaseFacts facts, ExtensionCommand.DecideExtension c) {
        DispatchFacts dispatch = facts.dispatches().get(c.dispatch());
        if (dispatch != null && dispatch.own()) {
            Rules.oneOfTheseDecides(facts, c, Role.DISTRICT);
        } else {
            Rules.theStreetDecides(facts, c);
        }
    }
}
