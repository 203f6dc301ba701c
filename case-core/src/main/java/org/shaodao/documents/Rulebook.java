package org.shaodao.documents;

import java.time.Instant;
import org.shaodao.clocks.ClockKind;

/** By what a decision goes beside its own case: the time, and the documents in force. A parameter of command handlers. */
public interface Rulebook {
    /** Now: what a step counts as recorded at. */
    Instant now();

    /** Whether a missed clock of this kind leads up the ladder 催办、督办. */
    default boolean leadsUp(ClockKind clock) {
        return true;
    }

    /** The documents in force now; asked for only where a decision needs them. */
    InForce inForce();

    /** The same for the cases of one street. */
    default Rulebook of(String street) {
        Rulebook city = this;
        return new Rulebook() {
            @Override
            public Instant now() {
                return city.now();
            }

            @Override
            public boolean leadsUp(ClockKind clock) {
                return city.leadsUp(clock);
            }

            @Override
            public InForce inForce() {
                return city.inForce().of(street);
            }
        };
    }
}
