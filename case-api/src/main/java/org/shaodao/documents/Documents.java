package org.shaodao.documents;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.WorkingCalendar;
import org.shaodao.documents.DocumentEvent.Published;
import org.shaodao.fact.By;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;

/**
 * All versions of all documents, read from the log and kept in memory. What another node publishes is known here within
 * about a second: at most once a second the end of each stream is looked up, and only what is new is read.
 */
public final class Documents {
    private static final long LOOK_AGAIN_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventStore events;
    private final String pack;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Known known = new Known(Shelf.empty(), System.nanoTime() - LOOK_AGAIN_NANOS, false);

    /** @param pack id of the policy pack that this installation follows */
    public Documents(EventStore events, String pack) {
        this.events = events;
        this.pack = pack;
    }

    /**
     * The documents in force at a moment.
     *
     * @throws Problem with {@link ProblemCode#NO_POLICY_PACK} when the policy pack of this installation, or the calendar
     *     it names, was not in force then
     */
    public InForce inForce(Instant at) {
        Assembly assembly = shelf().assembly(at);
        Versioned<PolicyPack> mine = assembly.packs().get(pack);
        if (mine == null || !assembly.calendars().containsKey(mine.content().calendar())) {
            String missing = mine == null ? pack : mine.content().calendar();
            throw new Problem(ProblemCode.NO_POLICY_PACK, Map.of("missing", missing));
        }
        return new InForce(
                at, mine, assembly.calendars(), assembly.registry(), assembly.dutyList(), assembly.catalogue());
    }

    /**
     * A version that was in force.
     *
     * @param publishedAt when it became known
     */
    public record Valid(DocumentKind kind, VersionRef ref, Instant effectiveFrom, Instant publishedAt) {
        /** Where it is read. */
        public String path() {
            return Documents.path(kind, ref);
        }
    }

    /** The page on which a version is read. */
    public static String path(DocumentKind kind, VersionRef ref) {
        return DocumentPages.PATH + '/' + kind.code() + '/' + ref.id() + '/' + ref.version();
    }

    /** Every version that was in force at a moment, by what had been published at that moment. */
    public List<Valid> validAt(Instant moment) {
        Shelf shelf = shelf();
        return Stream.of(DocumentKind.values())
                .flatMap(kind -> shelf.inForce(kind, moment, moment).values().stream())
                .map(edition -> new Valid(
                        edition.published().kind(),
                        edition.published().ref(),
                        edition.effectiveFrom(),
                        edition.recordedAt()))
                .toList();
    }

    /** What the registries in force at a moment say together; needs no policy pack. */
    public Registry registry(Instant at) {
        return shelf().assembly(at).registry().content();
    }

    /**
     * A policy pack that was published, whether or not it is in force.
     *
     * @param name {@code id/version}; without the version the one in force at the moment is meant
     */
    public Optional<Versioned<PolicyPack>> pack(String name, Instant at) {
        return named(DocumentKind.POLICY_PACK, name, at, reading -> ((Reading.Pack) reading).pack());
    }

    /**
     * A calendar that was published, whether or not it is in force.
     *
     * @param name {@code id/version}; without the version the one in force at the moment is meant
     */
    public Optional<Versioned<WorkingCalendar>> calendar(String name, Instant at) {
        return named(DocumentKind.CALENDAR, name, at, reading -> ((Reading.Calendar) reading).calendar());
    }

    /** The policy pack that a decision named, if it was published; looked for at once where it is not known here yet. */
    public Optional<PolicyPack> pack(String id, String version) {
        return named(DocumentKind.POLICY_PACK, id, version).map(reading -> ((Reading.Pack) reading).pack());
    }

    /** The calendar that a decision named, if it was published; looked for at once where it is not known here yet. */
    public Optional<WorkingCalendar> calendar(String id, String version) {
        return named(DocumentKind.CALENDAR, id, version).map(reading -> ((Reading.Calendar) reading).calendar());
    }

    private Optional<Reading> named(DocumentKind kind, String id, String version) {
        return shelf().find(kind, id, version)
                .or(() -> refreshed().find(kind, id, version))
                .filter(Edition::readable)
                .map(Edition::reading);
    }

    /**
     * An import mapping that was published, whether or not it is in force.
     *
     * @param name {@code id/version}; without the version the one in force at the moment is meant
     */
    public Optional<Versioned<ImportMapping>> mapping(String name, Instant at) {
        return named(DocumentKind.IMPORT_MAPPING, name, at, reading -> ((Reading.Mapping) reading).mapping());
    }

    /** The import mappings in force at a moment, by id. */
    public List<Versioned<ImportMapping>> mappings(Instant at) {
        return shelf().inForce(DocumentKind.IMPORT_MAPPING, at).keySet().stream()
                .flatMap(id -> mapping(id, at).stream())
                .toList();
    }

    /**
     * One publication of a reporting period: the freeze, or a correction.
     *
     * @param at when it was published
     * @param reason why; null = not said
     */
    public record PublishedPeriod(
            ReportingPeriod period,
            By by,
            Instant at,
            @Nullable String reason) {}

    /** Every month whose figures are frozen, with its publications, the freeze first. */
    public SortedMap<YearMonth, List<PublishedPeriod>> periods() {
        return shelf().of(DocumentKind.REPORTING_PERIOD).stream()
                .filter(Edition::readable)
                .map(edition -> new PublishedPeriod(
                        ((Reading.Period) edition.reading()).period(),
                        edition.published().by(),
                        edition.recordedAt(),
                        edition.published().reason()))
                .collect(Collectors.groupingBy(each -> each.period().id(), TreeMap::new, Collectors.toList()));
    }

    /** Whether there is any document of a kind, in force or not. */
    public boolean any(DocumentKind kind) {
        return !shelf().of(kind).isEmpty();
    }

    /** Everything that was published, not older than about a second. */
    Shelf shelf() {
        Known now = known;
        if (System.nanoTime() - now.lookedAt() < LOOK_AGAIN_NANOS) {
            return now.shelf();
        }
        // One looks, the others go on with what they have; only before the first look everybody waits.
        if (!now.looked()) {
            return refreshed();
        }
        if (looking.tryLock()) {
            try {
                look();
            } finally {
                looking.unlock();
            }
        }
        return known.shelf();
    }

    /** Looks now: after a publication of one's own. */
    Shelf refreshed() {
        looking.lock();
        try {
            look();
            return known.shelf();
        } finally {
            looking.unlock();
        }
    }

    private <T> Optional<Versioned<T>> named(DocumentKind kind, String name, Instant at, Function<Reading, T> content) {
        int slash = name.indexOf('/');
        Optional<Edition> edition = slash < 0
                ? Optional.ofNullable(shelf().inForce(kind, at).get(name))
                : shelf().find(kind, name.substring(0, slash), name.substring(slash + 1))
                        .filter(Edition::readable);
        return edition.map(found -> new Versioned<>(found.published().ref(), content.apply(found.reading())));
    }

    private void look() {
        long now = System.nanoTime();
        Shelf shelf = known.shelf();
        for (DocumentKind kind : DocumentKind.values()) {
            String stream = kind.stream().toString();
            long read = shelf.last(kind);
            Optional<Long> last = events.lastSequenceNumberFor(stream);
            if (last.filter(number -> number > read).isPresent()) {
                shelf = shelf.with(kind, read(stream, read + 1));
            }
        }
        known = new Known(shelf, now, true);
    }

    private List<Edition> read(String stream, long from) {
        return events.readEvents(stream, from)
                .asStream()
                .map(Documents::edition)
                .toList();
    }

    private static Edition edition(DomainEventMessage<?> message) {
        return switch ((DocumentEvent) message.getPayload()) {
            case Published e ->
                new Edition(e, message.getSequenceNumber(), message.getTimestamp(), Reading.ofStored(e));
        };
    }

    /** What was read, and when it was last compared with the log. */
    private record Known(Shelf shelf, long lookedAt, boolean looked) {}
}
