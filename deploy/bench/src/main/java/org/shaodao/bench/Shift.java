package org.shaodao.bench;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shaodao.bench.RunServed.Door;

/**
 * What those who ask over HTTP are told before they begin.
 *
 * @param door where they ask
 * @param postmaster process id of the database behind it
 * @param folder theirs alone
 * @param practice in which they get quick themselves, in a closed loop, before anything counts
 * @param counted whole seconds
 * @param perSecond requests at this rate, whatever became of those before; none for a closed loop
 */
record Shift(
        Door door,
        long postmaster,
        Path folder,
        Duration practice,
        Duration counted,
        @Nullable Double perSecond) {
    /** Where they leave a {@link Round} as JSON. */
    Path found() {
        return folder.resolve("round.json");
    }
}
