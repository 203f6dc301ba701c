package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.IntakeCommand.NotAccept;
import org.shaodao.casefile.IntakeCommand.Raise;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 受理. What is decided about the demand itself. */
final class IntakeSteps {
    private IntakeSteps() {}

    static List<CaseEvent> decide(CaseState state, IntakeCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case Raise c -> state.in(Opening.class, c).raise(c);
            case NotAccept c -> state.in(Declining.class, c).notAccept(c);
        };
    }

    /** Before the first event. */
    interface Opening {
        default List<CaseEvent> raise(Raise c) {
            Rules.onlyInRole(c, Role.RESIDENT, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
            Rules.aStreetRaisesForItself(c);
            return List.of(new IntakeEvent.Raised(
                    c.by(),
                    c.occurredAt(),
                    c.caseId(),
                    c.number(),
                    c.street(),
                    c.complainant(),
                    c.kind(),
                    c.urgency(),
                    c.channel(),
                    c.category(),
                    c.place(),
                    c.subject(),
                    c.narrative(),
                    c.name(),
                    c.phone(),
                    c.address(),
                    c.outside()));
        }
    }

    /** While nobody was called. */
    interface Declining {
        CaseFacts facts();

        default List<CaseEvent> notAccept(NotAccept c) {
            Rules.theStreetDecides(facts(), c);
            return List.of(new IntakeEvent.NotAccepted(c.by(), c.occurredAt(), c.route(), c.reason()));
        }
    }
}
