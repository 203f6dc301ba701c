package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import java.util.UUID;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;

/** 群众评事. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class RatingSamples {
    static final UUID NEIGHBOUR = UUID.fromString("01890000-0000-7000-8000-0000000000bb");

    static final List<CaseCommand> COMMANDS = List.of(
            new RatingCommand.FollowUp(
                    CASE,
                    SUPERVISOR,
                    minutes(2000),
                    null,
                    CallResult.REACHED,
                    true,
                    Solved.NO,
                    Satisfied.NO,
                    words("还是冷")),
            new RatingCommand.DecideOnUnsolved(
                    CASE, OFFICER, minutes(2000), RedoDecision.REWORK, null, words("再查一次管道")));

    static final List<CaseEvent> EVENTS = List.of(
            new RatingEvent.FollowedUp(
                    SUPERVISOR,
                    minutes(300),
                    NEIGHBOUR,
                    RatingSource.INDEPENDENT,
                    CallResult.REACHED,
                    true,
                    Solved.YES,
                    Satisfied.BASICALLY,
                    words("来得有点晚")),
            new RatingEvent.ResidentNotReached(SUPERVISOR, minutes(2000), NEIGHBOUR, 3),
            new RatingEvent.UnsolvedDecided(OFFICER, minutes(310), RedoDecision.REWORK, words("再查一次管道")));

    private RatingSamples() {}
}
