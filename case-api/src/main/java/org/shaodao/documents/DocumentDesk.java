package org.shaodao.documents;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Difference.Change;
import org.shaodao.fact.Refused;
import org.shaodao.problem.FieldProblem;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Publishes documents for somebody: only what is right in itself and agrees with what is published already. */
@Component
public class DocumentDesk {
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST_REASON = 1000;
    private static final int AMENDMENTS = 10;

    private final Courier courier;
    private final Documents documents;
    private final Clock clock;

    DocumentDesk(Courier courier, Documents documents, Clock clock) {
        this.courier = courier;
        this.documents = documents;
        this.clock = clock;
    }

    /**
     * Publishes a version; it is in force on this node when this returns, on others within about a second.
     *
     * @param content the JSON text, kept as it is
     * @param effectiveFrom from when it is in force; null = from now
     * @throws Problem with {@link ProblemCode#INVALID_DOCUMENT} and every mistake, or for a time or reason out of bounds
     * @throws Refused with a {@link DocumentRefusal}
     */
    public Publication publish(
            DocumentKind kind,
            String id,
            String version,
            String content,
            @Nullable Instant effectiveFrom,
            @Nullable String reason,
            RequestMark mark) {
        Instant now = clock.instant();
        Instant from = (effectiveFrom == null ? now : effectiveFrom).truncatedTo(ChronoUnit.MILLIS);
        Instant asked = effectiveFrom == null ? null : from;
        if (from.isBefore(EARLIEST) || from.isAfter(LATEST)) {
            throw Problem.field("effectiveFrom", "not-yet", EARLIEST, LATEST);
        }
        if (reason != null
                && (reason.length() > LONGEST_REASON || reason.chars().anyMatch(Character::isISOControl))) {
            throw Problem.field("reason", "one-line-long");
        }
        if (!known(kind, id, version, content)) {
            List<FieldProblem> errors = check(kind, id, version, content, Located.read(content), from);
            if (!errors.isEmpty()) {
                throw Problem.document(errors);
            }
        }
        Publication publication = courier.deliver(
                new Publish(kind.stream(), mark.by(), now, kind, id, version, asked, content, reason), mark);
        documents.refreshed();
        return publication;
    }

    /**
     * Publishes the next version of a registry whose versions are numbered, made from the newest; made anew where
     * somebody was faster. A change that changes nothing publishes nothing.
     *
     * @param change adds and renames; what is not active any more stays in it
     * @param effectiveFrom from when it is in force, though never before the version that is in force now
     * @param mark the request that publishes a version
     */
    public void amend(
            String id, UnaryOperator<Registry> change, Instant effectiveFrom, Function<String, RequestMark> mark) {
        for (int attempt = 1; ; attempt++) {
            Shelf shelf = documents.refreshed();
            List<Edition> versions = shelf.versions(DocumentKind.REGISTRY, id);
            Edition current =
                    shelf.inForce(DocumentKind.REGISTRY, clock.instant()).get(id);
            Instant from = current == null || current.effectiveFrom().isBefore(effectiveFrom)
                    ? effectiveFrom
                    : current.effectiveFrom();
            Registry before = versions.reversed().stream()
                    .filter(Edition::readable)
                    .findFirst()
                    .map(edition -> ((Reading.Organisation) edition.reading()).registry())
                    .orElseGet(Registry::empty);
            Registry after = change.apply(before);
            if (after.equals(before)) {
                return;
            }
            String version = String.valueOf(versions.size() + 1);
            String content = Reading.MAPPER.writeValueAsString(Reading.RegistryText.of(id, version, after));
            try {
                publish(DocumentKind.REGISTRY, id, version, content, from, null, mark.apply(version));
                return;
            } catch (Refused | Problem e) {
                boolean overtaken = documents
                                .refreshed()
                                .versions(DocumentKind.REGISTRY, id)
                                .size()
                        > versions.size();
                if (!overtaken || attempt == AMENDMENTS) {
                    throw e;
                }
            }
        }
    }

    /** What all registries but one say, in force or not yet: its codes can be in no other. */
    public Registry others(String id) {
        return union(edition -> !edition.id().equals(id));
    }

    /** Looks at a document, as one that would be in force from now, without storing anything. */
    Checked check(DocumentKind kind, String id, String content) {
        Located text = Located.read(content);
        JsonNode version = text.root().path("version");
        Instant now = clock.instant();
        JsonNode inForce = Optional.ofNullable(
                        documents.shelf().inForce(kind, now).get(id))
                .map(edition -> Located.read(edition.published().content()).root())
                .orElse(JsonNodeFactory.instance.objectNode());
        return new Checked(
                check(kind, id, version.isValueNode() ? version.asString() : "", content, text, now),
                Difference.between(inForce, text.root()));
    }

    /** What is different between two versions of a document. */
    List<Change> difference(DocumentKind kind, String id, String from, String to) {
        return Difference.between(root(kind, id, from), root(kind, id, to));
    }

    /** The text of a body; whatever is no UTF-8 is no document. */
    static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(ProblemCode.MALFORMED_JSON, Map.of());
        }
    }

    private JsonNode root(DocumentKind kind, String id, String version) {
        Edition edition = documents
                .shelf()
                .find(kind, id, version)
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
        return Located.read(edition.published().content()).root();
    }

    /** A repetition is not looked at again: what it had to agree with may have moved on. */
    private boolean known(DocumentKind kind, String id, String version, String content) {
        return documents
                .shelf()
                .find(kind, id, version)
                .filter(edition -> edition.published().hash().equals(ContentHash.of(content)))
                .isPresent();
    }

    private List<FieldProblem> check(
            DocumentKind kind, String id, String version, String content, Located text, Instant from) {
        Findings findings = new Findings(text);
        Schemas.check(kind, text.root(), findings);
        same(text.root(), "id", id, findings);
        same(text.root(), "version", version, findings);
        Checks.check(kind, text.root(), around(kind, id, from), findings);
        if (findings.none()) {
            readable(kind, content, findings);
        }
        return findings.inOrder();
    }

    /** Whatever the rules above let through: what cannot be read is never stored. */
    static void readable(DocumentKind kind, String content, Findings findings) {
        try {
            Reading.of(kind, content);
        } catch (JacksonException e) {
            findings.add(Pointer.of(e), "readable");
        } catch (RuntimeException e) {
            findings.add("", "readable");
        }
    }

    private static void same(JsonNode root, String property, String said, Findings findings) {
        JsonNode value = root.path(property);
        if (value.isValueNode() && !value.isNull() && !value.asString().equals(said)) {
            findings.add(Pointer.to("", property), "as-in-address", said);
        }
    }

    private Around around(DocumentKind kind, String id, Instant from) {
        Shelf shelf = documents.shelf();
        Set<String> calendars = new HashSet<>();
        shelf.of(DocumentKind.CALENDAR).forEach(edition -> calendars.add(edition.id()));
        Edition newest = shelf.inForce(kind, LATEST).get(id);
        return new Around(
                calendars,
                shelf.inForce(DocumentKind.CALENDAR, from).keySet(),
                union(edition -> true),
                union(edition -> kind != DocumentKind.REGISTRY || !edition.id().equals(id)),
                newest == null
                        ? null
                        : Located.read(newest.published().content()).root());
    }

    private Registry union(Predicate<Edition> which) {
        return Registry.union(documents.shelf().inForce(DocumentKind.REGISTRY, LATEST).values().stream()
                .filter(which)
                .map(edition -> ((Reading.Organisation) edition.reading()).registry())
                .toList());
    }
}
