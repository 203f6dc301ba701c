package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.SampleRules;
import org.shaodao.clocks.Reckoning;
import org.shaodao.documents.PolicyPack.Thresholds;
import org.shaodao.documents.VersionRef;

/** Measures by the documents of the samples. */
public final class Measuring implements Yardsticks {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Override
    public Thresholds thresholds(@Nullable VersionRef pack) {
        return SampleRules.RULES.pack().content().thresholds();
    }

    @Override
    public Duration workingTime(Instant from, Instant until, @Nullable VersionRef calendar) {
        return Reckoning.elapsed(from, until, SampleRules.RULES.calendar().content())
                .workingTime();
    }

    @Override
    public ZoneId zone() {
        return ZONE;
    }
}
