package org.shaodao.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ExtensionCommand.AskExtension;
import org.shaodao.casefile.ExtensionCommand.DecideExtension;
import org.shaodao.documents.Rulebook;

/** 延期. What is decided about more time. */
final class ExtensionSteps {
    private ExtensionSteps() {}

    static List<CaseEvent> decide(CaseState state, ExtensionCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case AskExtension c -> state.in(Extending.class, c).askExtension(c, rules);
            case DecideExtension c -> state.in(Extending.class, c).decideExtension(c, rules);
        };
    }

    /** While units are at work. */
    interface Extending {
        CaseFacts facts();

        default List<CaseEvent> askExtension(AskExtension c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            ClockFacts clock = ExtensionRules.timeToExtend(facts(), dispatch);
            ExtensionRules.notAskedYet(dispatch);
            ExtensionRules.later(clock, c.until());
            if (rules != null) {
                ExtensionRules.inTime(dispatch, clock, rules);
                ExtensionRules.notUsedUp(dispatch, rules);
            }
            return List.of(new ExtensionEvent.ExtensionAsked(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.until(), c.reason()));
        }

        default List<CaseEvent> decideExtension(DecideExtension c, @Nullable Rulebook rules) {
            ExtensionRules.theStreetDecidesButForItself(facts(), c);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            Rules.somebodyElse(ExtensionRules.asked(dispatch), c);
            ClockFacts clock = ExtensionRules.timeToExtend(facts(), dispatch);
            Instant until = ExtensionRules.grantedUntil(c);
            if (until == null) {
                return List.of(new ExtensionEvent.ExtensionDenied(
                        c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.reason()));
            }
            ExtensionRules.later(clock, until);
            if (rules != null) {
                ExtensionRules.notTooLong(clock, until, rules);
            }
            return List.of(new ExtensionEvent.ExtensionGranted(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), until, c.reason()));
        }
    }
}
