package org.shaodao.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;

/** The rules of supervision by name. */
final class SupervisionRules {
    private SupervisionRules() {}

    /** Nobody is pressed for what they have done. */
    static DispatchFacts whoOwesSomething(CaseFacts facts, Integer number) {
        DispatchFacts dispatch = Rules.theDispatch(facts, number);
        if (!dispatch.open()) {
            throw new Refused(new CaseRefusal.NothingOwed(number));
        }
        return dispatch;
    }

    /** Whoever names a rung names one of the ladder in force. */
    static void aRungOfTheLadder(@Nullable String rung, @Nullable Rulebook rules) {
        if (rung != null
                && rules != null
                && rules.inForce().pack().content().ladder().stream()
                        .noneMatch(each -> each.code().equals(rung))) {
            throw new Refused(new CaseRefusal.UnknownCode("rung", rung));
        }
    }

    /** A report can only be due later than now. */
    static void dueInTheFuture(SupervisionCommand.OrderSupervision c, @Nullable Rulebook rules) {
        Instant dueAt = c.dueAt();
        if (dueAt != null && rules != null && !dueAt.isAfter(rules.now())) {
            throw new Refused(new CaseRefusal.DueAlready(dueAt));
        }
    }

    /** The level asked for, or the next one; it only ever rises. */
    static Level higher(Level now, @Nullable Level asked) {
        return Optional.ofNullable(asked)
                .or(() -> next(now))
                .filter(level -> level.compareTo(now) > 0)
                .orElseThrow(() -> new Refused(new CaseRefusal.LevelNotHigher(now.name())));
    }

    static Optional<Level> next(Level now) {
        return Stream.of(Level.values())
                .filter(level -> level.compareTo(now) > 0)
                .findFirst();
    }
}
