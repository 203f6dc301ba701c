package org.shaodao.eventstore;

import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventhandling.GenericEventMessage;

/**
 * The time at which events are recorded. Axon keeps the clock of its messages in a static field; this is the one place
 * that sets it.
 */
public final class EventClock {
    private EventClock() {}

    /**
     * From now on events carry the time of this clock.
     *
     * @param clock the application's clock; it is cut to milliseconds, because that is what is stored
     * @return the clock in use, for whoever must agree with the events to the millisecond
     */
    public static Clock use(Clock clock) {
        Clock recorded = Clock.tick(clock, Duration.ofMillis(1));
        GenericEventMessage.clock = recorded;
        return recorded;
    }
}
