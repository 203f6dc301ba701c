package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;

/** 群众评事. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class RatingSamples {
    static final List<CaseCommand> COMMANDS = List.of(new RatingCommand.FollowUp(
            CASE, SUPERVISOR, minutes(2000), CallResult.REACHED, true, Solved.YES, Satisfied.YES, words("谢谢")));

    static final List<CaseEvent> EVENTS = List.of(followedUp());

    private RatingSamples() {}
}
