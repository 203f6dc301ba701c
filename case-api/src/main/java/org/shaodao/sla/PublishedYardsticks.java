package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.Documents;
import org.shaodao.documents.PolicyPack.Thresholds;
import org.shaodao.documents.Shipped;
import org.shaodao.documents.VersionRef;
import org.springframework.stereotype.Component;

/**
 * Measures by published versions; a case that never had a clock, or names a version that was never published, by those
 * that come with the product: no view may stand still for what an event says.
 */
@Component
class PublishedYardsticks implements Yardsticks {
    private final Documents documents;
    private final ZoneId zone;

    PublishedYardsticks(Documents documents, ZoneId zone) {
        this.documents = documents;
        this.zone = zone;
    }

    @Override
    public Thresholds thresholds(@Nullable VersionRef pack) {
        return Optional.ofNullable(pack)
                .flatMap(named -> documents.pack(named.id(), named.version()))
                .or(() -> documents.pack(Shipped.PACK, Shipped.FIRST))
                .orElseThrow()
                .thresholds();
    }

    @Override
    public Duration workingTime(Instant from, Instant until, @Nullable VersionRef calendar) {
        WorkingCalendar by = Optional.ofNullable(calendar)
                .flatMap(named -> documents.calendar(named.id(), named.version()))
                .or(() -> documents.calendar(Shipped.CALENDAR, Shipped.FIRST))
                .orElseThrow();
        return Reckoning.elapsed(from, until, by).workingTime();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
