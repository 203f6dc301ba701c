package org.shaodao.console;

import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.DispatchFacts;

/** Whose turn it is. */
public enum ConsoleDesk {
    /** The street that runs the case. */
    STREET,
    /** The district: by its office, because the case is about the street, or because the street judges not its own work. */
    DISTRICT;

    static ConsoleDesk of(CaseFacts facts, Waiting waiting) {
        boolean own = waiting == Waiting.VERIFICATION
                && facts.dispatches().values().stream()
                        .filter(dispatch -> dispatch.state() != DispatchFacts.State.ENDED)
                        .anyMatch(dispatch -> dispatch.own()
                                || dispatch.unit().equals(facts.demand().street()));
        return own || waiting.ofTheDistrict() || facts.intake().recused() ? DISTRICT : STREET;
    }
}
