package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.PolicyPack.Thresholds;
import org.shaodao.documents.VersionRef;

/** What measuring needs beside the events: published versions, which never change, and where days begin. */
public interface Yardsticks {
    /**
     * The thresholds of a policy pack.
     *
     * @param pack the version that the case went by; null = it never had a clock
     */
    Thresholds thresholds(@Nullable VersionRef pack);

    /**
     * The working time between two instants.
     *
     * @param calendar the version that the case went by; null = it never had a clock
     */
    Duration workingTime(Instant from, Instant until, @Nullable VersionRef calendar);

    /** Where days and months begin. */
    ZoneId zone();
}
