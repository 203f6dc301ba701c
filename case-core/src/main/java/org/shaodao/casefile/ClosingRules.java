package org.shaodao.casefile;

import org.shaodao.fact.Role;

/** 核验、结案. The rules of judging work and ending a case. */
final class ClosingRules {
    private ClosingRules() {}

    /** The street verifies; what it handled itself 自办 the district does. */
    static void theStreetVerifiesButItsOwn(CaseFacts facts, ClosingCommand.Verify c) {
        if (facts.handledByTheStreet()) {
            Rules.oneOfTheseDecides(facts, c, Role.STREET, Role.DISTRICT);
        } else {
            Rules.theStreetDecides(facts, c);
        }
    }
}
