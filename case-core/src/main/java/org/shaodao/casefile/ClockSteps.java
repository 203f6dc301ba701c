package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ClockCommand.NoteMissedDeadline;
import org.shaodao.casefile.ClockCommand.ReviseDeadlines;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 时限. What is decided about deadlines. */
final class ClockSteps {
    private ClockSteps() {}

    static List<CaseEvent> decide(CaseState state, ClockCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case NoteMissedDeadline c -> state.in(Watched.class, c).noteMissedDeadline(c);
            case ReviseDeadlines c -> state.in(Watched.class, c).reviseDeadlines(c, rules);
        };
    }

    /** In every phase: a deadline passes whatever the case does. */
    interface Watched {
        CaseFacts facts();

        default List<CaseEvent> noteMissedDeadline(NoteMissedDeadline c) {
            Rules.onlyInRole(c, Role.SYSTEM);
            ClockFacts clock = Rules.missed(facts(), c);
            return List.of(CaseClocks.passed(facts(), clock, c.by(), c.occurredAt()));
        }

        default List<CaseEvent> reviseDeadlines(ReviseDeadlines c, @Nullable Rulebook rules) {
            Rules.onlyInRole(c, Role.SYSTEM);
            List<CaseEvent> revised = rules == null
                    ? List.of()
                    : new Revising(facts(), c.by(), c.occurredAt(), rules).calendarPublished();
            if (revised.isEmpty()) {
                throw new Refused(new CaseRefusal.NothingToRevise());
            }
            return revised;
        }
    }
}
