package org.shaodao.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.console.Console;
import org.shaodao.inbox.Inbox;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.ViewBehind;
import org.shaodao.view.ViewNotReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells open pages that a case changed, and nothing of what changed: the page asks again with the rights of its reader.
 * Every node follows the log by itself, and tells only once inbox and console know too.
 */
@Component
class LiveCases implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCases.class);
    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Whoever imports changes more cases than anybody could look at: then pages are told only that much changed. */
    private static final int MANY = 200;

    private final EventStore events;
    private final Inbox inbox;
    private final Console console;
    private final Clock clock;
    private final Set<Reader> readers = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread follower;

    LiveCases(EventStore events, Inbox inbox, Console console, Clock clock) {
        this.events = events;
        this.inbox = inbox;
        this.console = console;
        this.clock = clock;
    }

    private record Reader(Caller caller, SseEmitter emitter) {
        boolean mayKnow(Set<String> concerned) {
            return switch (caller.role()) {
                case UNIT, STREET -> caller.unit() != null && concerned.contains(caller.unit());
                case DISTRICT, AUDITOR -> true;
                case RESIDENT, GRID_WORKER, COMMUNITY, ADMINISTRATOR, OUTSIDE, SYSTEM -> false;
            };
        }
    }

    SseEmitter listen(Caller caller) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Reader reader = new Reader(caller, emitter);
        Runnable gone = () -> readers.remove(reader);
        emitter.onCompletion(gone);
        emitter.onTimeout(emitter::complete);
        emitter.onError(e -> gone.run());
        readers.add(reader);
        tell(reader, "now", clock.instant().toString());
        return emitter;
    }

    private void tell(Reader reader, String event, String data) {
        try {
            reader.emitter().send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException gone) {
            readers.remove(reader);
        }
    }

    private void follow() {
        while (isRunning()) {
            try (BlockingStream<TrackedEventMessage<?>> log = events.openStream(events.createHeadToken())) {
                while (isRunning()) {
                    if (log.hasNextAvailable((int) BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                        tell(changed(log));
                    } else {
                        readers.forEach(
                                reader -> tell(reader, "now", clock.instant().toString()));
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("open pages are not told of changes for a moment: {}", e.toString());
                pause();
            }
        }
    }

    /** Everything that is there by now, by case. */
    private static Map<UUID, Long> changed(BlockingStream<TrackedEventMessage<?>> log) throws InterruptedException {
        Map<UUID, Long> versions = new LinkedHashMap<>();
        do {
            if (log.nextAvailable() instanceof DomainEventMessage<?> event
                    && CaseEvent.class.isAssignableFrom(event.getPayloadType())) {
                versions.put(UUID.fromString(event.getAggregateIdentifier()), event.getSequenceNumber());
            }
        } while (versions.size() <= MANY && log.hasNextAvailable());
        return versions;
    }

    private void tell(Map<UUID, Long> versions) {
        if (readers.isEmpty()) {
            return;
        }
        if (versions.size() > MANY) {
            readers.forEach(reader -> tell(reader, "many", clock.instant().toString()));
            return;
        }
        versions.forEach((caseId, version) -> {
            Set<String> concerned = concerned(caseId, version);
            readers.stream()
                    .filter(reader -> reader.mayKnow(concerned))
                    .forEach(reader -> tell(reader, "case", caseId.toString()));
        });
    }

    /** A page that is told late, or not, shows all the same what is there when it is next asked for. */
    private Set<String> concerned(UUID caseId, long version) {
        try {
            NotOlderThan atLeast = new NotOlderThan(caseId, version);
            console.of(caseId, atLeast);
            return inbox.concerned(atLeast);
        } catch (ViewBehind | ViewNotReady | DataAccessException | TransactionException e) {
            LOG.debug("nobody was told of case {}", caseId);
            return Set.of();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        follower = Thread.ofVirtual().name("live-cases").unstarted(this::follow);
        follower.start();
    }

    @Override
    public void stop() {
        Thread following = follower;
        follower = null;
        if (following != null) {
            following.interrupt();
        }
        readers.forEach(reader -> reader.emitter().complete());
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }
}
