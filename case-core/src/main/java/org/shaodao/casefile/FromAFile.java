package org.shaodao.casefile;

import java.time.Instant;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.InForce;
import org.shaodao.documents.Rulebook;

/**
 * By what a case goes that came from another system's file: by everything that is in force here, but what it was promised
 * there is pressed for there.
 */
record FromAFile(Rulebook rules) implements Rulebook {
    @Override
    public Instant now() {
        return rules.now();
    }

    @Override
    public InForce inForce() {
        return rules.inForce();
    }

    @Override
    public boolean leadsUp(ClockKind clock) {
        return clock != ClockKind.OUTSIDE && rules.leadsUp(clock);
    }
}
