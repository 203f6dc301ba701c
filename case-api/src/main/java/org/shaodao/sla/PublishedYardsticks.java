package org.shaodao.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.Documents;
import org.shaodao.documents.PolicyPack.Thresholds;
import org.shaodao.documents.Shipped;
import org.shaodao.documents.VersionRef;
import org.springframework.stereotype.Component;

/** Measures by published versions; a case that never had a clock by those that come with the product. */
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
        return (pack == null ? documents.pack(Shipped.PACK, Shipped.FIRST) : documents.pack(pack.id(), pack.version()))
                .thresholds();
    }

    @Override
    public Duration workingTime(Instant from, Instant until, @Nullable VersionRef calendar) {
        WorkingCalendar by = calendar == null
                ? documents.calendar(Shipped.CALENDAR, Shipped.FIRST)
                : documents.calendar(calendar.id(), calendar.version());
        return Reckoning.elapsed(from, until, by).workingTime();
    }

    @Override
    public ZoneId zone() {
        return zone;
    }
}
