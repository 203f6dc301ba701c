package org.shaodao.fact;

import java.time.Instant;

/** Something that happened and stays. The time it became known is the event's own timestamp. */
public interface Fact {
    /** Who did it. */
    By by();

    /** When it was true in the world; never later than when it was recorded, save for the callers' clock error. */
    Instant occurredAt();
}
