package org.shaodao.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.DocumentEvent.Published;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/**
 * 文库. All versions of one kind of document. A version is never changed and never taken back: what was decided by it
 * can be read again for as long as the log exists.
 */
@AggregateRoot(type = Library.TYPE)
public class Library {
    /** The name under which publications are stored. */
    public static final String TYPE = "documents";

    /** The largest content, in bytes of UTF-8. */
    public static final int MOST_BYTES = 1 << 20;

    @AggregateIdentifier
    private @Nullable UUID id;

    private long sequence = -1;
    private final Map<Name, Publication> versions = new LinkedHashMap<>();
    private final Requests requests = new Requests();

    /** For Axon, which fills a library from its events. */
    protected Library() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Publication handle(Publish c, MetaData request) {
        Long before = requests.repeated(request);
        if (before != null) {
            return at(before);
        }
        onlyItsPublisher(c);
        notTooLarge(c);
        String hash = ContentHash.of(c.content());
        Publication same = versions.get(new Name(c.id(), c.version()));
        if (same != null) {
            return repeated(same, hash, c.effectiveFrom());
        }
        Instant from = c.effectiveFrom() == null ? c.occurredAt().truncatedTo(ChronoUnit.MILLIS) : c.effectiveFrom();
        notIntoThePast(c, from);
        Requests.decidedUpon(request, sequence);
        AggregateLifecycle.apply(new Published(
                c.by(), c.occurredAt(), c.kind(), c.id(), c.version(), from, c.content(), hash, c.reason()));
        return at(sequence);
    }

    private static void onlyItsPublisher(Publish c) {
        if (c.by().role() != c.kind().publisher()) {
            throw new Refused(
                    new CommonRefusal.RoleMayNot("publish", c.by().role().name()));
        }
    }

    private static void notTooLarge(Publish c) {
        int bytes = c.content().getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw new Refused(new DocumentRefusal.DocumentTooLarge(bytes, MOST_BYTES));
        }
    }

    /** The same version again is no new publication; with another content or start it is none at all. */
    private static Publication repeated(Publication same, String hash, @Nullable Instant from) {
        if (!same.ref().hash().equals(hash) || from != null && !from.equals(same.effectiveFrom())) {
            throw new Refused(new DocumentRefusal.VersionExists(
                    same.ref().id(), same.ref().version()));
        }
        return same;
    }

    /** What was decided under the version in force stays decided by it. */
    private void notIntoThePast(Publish c, Instant from) {
        inForce(c.id(), c.occurredAt())
                .map(Publication::effectiveFrom)
                .filter(current -> from.isBefore(current))
                .ifPresent(current -> {
                    throw new Refused(new DocumentRefusal.EffectiveTooEarly(from, current));
                });
    }

    @EventSourcingHandler
    void on(DocumentEvent event, MetaData request, @SequenceNumber long at) {
        switch (event) {
            case Published e -> {
                id = e.kind().stream();
                versions.put(new Name(e.id(), e.version()), new Publication(e.kind(), e.ref(), e.effectiveFrom(), at));
            }
        }
        sequence = at;
        requests.took(request, at);
    }

    private Publication at(long which) {
        return versions.values().stream()
                .filter(publication -> publication.sequence() == which)
                .findFirst()
                .orElseThrow();
    }

    /** The version of a document in force at a moment: the one with the latest start, of several the last published. */
    private Optional<Publication> inForce(String document, Instant moment) {
        return versions.values().stream()
                .filter(publication -> publication.ref().id().equals(document)
                        && !publication.effectiveFrom().isAfter(moment))
                .max(Comparator.comparing(Publication::effectiveFrom).thenComparing(Publication::sequence));
    }

    private record Name(String id, String version) {}
}
