package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.RatingCommand.FollowUp;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 群众评事. What is decided about the resident's word. */
final class RatingSteps {
    private RatingSteps() {}

    static List<CaseEvent> decide(CaseState state, RatingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case FollowUp c -> state.in(Asking.class, c).followUp(c);
        };
    }

    /** While the resident is asked. */
    interface Asking {
        CaseFacts facts();

        default List<CaseEvent> followUp(FollowUp c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.RESIDENT);
            Rules.answersFitResult(c);
            return List.of(new RatingEvent.FollowedUp(
                    c.by(), c.occurredAt(), c.result(), c.contacted(), c.solved(), c.satisfied(), c.words()));
        }
    }
}
