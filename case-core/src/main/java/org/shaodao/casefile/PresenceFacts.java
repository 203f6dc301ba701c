package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 到场、离场. Whether a unit is there.
 *
 * @param arrivedAt when it last arrived; null = never
 * @param leftAt when it left after that; null = it is there, or never was
 * @param released whether the street lets it go 准予撤离
 */
@RecordBuilder
public record PresenceFacts(
        @Nullable Instant arrivedAt, @Nullable Instant leftAt, Boolean released) implements PresenceFactsBuilder.With {
    static final PresenceFacts NONE = new PresenceFacts(null, null, false);

    /** Whether the unit is there now. */
    boolean there() {
        return arrivedAt != null && leftAt == null;
    }

    PresenceFacts arrived(Instant at) {
        return withArrivedAt(at).withLeftAt(null);
    }

    PresenceFacts left(Instant at) {
        return withLeftAt(at);
    }
}
