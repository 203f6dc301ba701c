package org.shaodao.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventClockTest {
    private final Clock before = GenericEventMessage.clock;

    @AfterEach
    void restore() {
        GenericEventMessage.clock = before;
    }

    @Test
    void events_are_recorded_by_the_applications_clock_in_milliseconds() {
        Instant precise = Instant.parse("2026-01-01T00:00:00.123456789Z");
        Clock used = EventClock.use(Clock.fixed(precise, ZoneOffset.UTC));

        var event = GenericEventMessage.asEventMessage("anything");
        assertThat(event.getTimestamp()).isEqualTo("2026-01-01T00:00:00.123Z").isEqualTo(used.instant());
    }

    @Test
    void event_ids_are_found_by_axon_unique_and_ascending() {
        IdentifierFactory ids = IdentifierFactory.getInstance();
        assertThat(ids).isInstanceOf(TimeOrderedIds.class);

        List<String> drawn =
                Stream.generate(ids::generateIdentifier).limit(10_000).toList();
        assertThat(drawn).isSorted().doesNotHaveDuplicates();
        assertThat(UUID.fromString(drawn.getFirst()).version()).isEqualTo(7);

        Set<String> together = Collections.synchronizedSet(new HashSet<>());
        IntStream.range(0, 50_000).parallel().forEach(i -> together.add(ids.generateIdentifier()));
        assertThat(together).hasSize(50_000);
    }
}
