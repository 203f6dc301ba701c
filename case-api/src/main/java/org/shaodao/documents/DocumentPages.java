package org.shaodao.documents;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 文件: by which rules, calendars and codes is decided, and since when? */
@Controller
@RequestMapping(DocumentPages.PATH)
@PreAuthorize("!hasAuthority('RESIDENT')")
class DocumentPages {
    static final String PATH = "/administration/documents";

    private final Documents documents;
    private final DocumentDesk desk;
    private final Legible legible;
    private final Clock clock;

    DocumentPages(Documents documents, DocumentDesk desk, Legible legible, Clock clock) {
        this.documents = documents;
        this.desk = desk;
        this.legible = legible;
        this.clock = clock;
    }

    /**
     * A document.
     *
     * @param inForce null where all of its versions begin later
     * @param next the version that begins next; null = none is published
     */
    record Row(
            String id, @Nullable Edition inForce, @Nullable Edition next, int versions) {}

    /** The documents of a kind. */
    record Group(DocumentKind kind, List<Row> rows) {}

    /** How a version stands. */
    enum Standing {
        IN_FORCE,
        LATER,
        REPLACED
    }

    /** A version, and how it stands now. */
    record Version(Edition edition, Standing standing) {}

    @GetMapping
    String all(Model model) {
        Shelf shelf = documents.shelf();
        Instant now = clock.instant();
        model.addAttribute(
                "groups",
                Arrays.stream(DocumentKind.values())
                        .map(kind -> new Group(
                                kind,
                                shelf.of(kind).stream()
                                        .map(Edition::id)
                                        .distinct()
                                        .sorted()
                                        .map(id -> row(shelf, kind, id, now))
                                        .toList()))
                        .toList());
        return "documents/documents";
    }

    @GetMapping("/{kind}/{id}")
    String one(@PathVariable String kind, @PathVariable String id, Model model) {
        DocumentKind of = kind(kind);
        List<Edition> versions = documents.shelf().versions(of, id);
        if (versions.isEmpty()) {
            throw notFound();
        }
        model.addAttribute("kind", of);
        model.addAttribute("id", id);
        model.addAttribute(
                "versions",
                versions.reversed().stream()
                        .map(edition -> new Version(edition, standing(edition)))
                        .toList());
        return "documents/document";
    }

    @GetMapping("/{kind}/{id}/{version}")
    String version(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String against,
            Model model,
            Locale locale) {
        DocumentKind of = kind(kind);
        Edition edition = documents.shelf().find(of, id, version).orElseThrow(DocumentPages::notFound);
        model.addAttribute("kind", of);
        model.addAttribute("id", id);
        model.addAttribute("edition", edition);
        model.addAttribute("standing", standing(edition));
        model.addAttribute("others", documents.shelf().versions(of, id).reversed());
        model.addAttribute("against", against);
        model.addAttribute("text", edition.published().content());
        model.addAttribute("legible", legible.of(edition.published().content(), locale));
        if (against != null && !against.isEmpty()) {
            model.addAttribute("changes", Difference.told(desk.difference(of, id, against, version)));
        }
        return "documents/version";
    }

    static DocumentKind kind(String code) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(DocumentPages::notFound);
    }

    private static Row row(Shelf shelf, DocumentKind kind, String id, Instant now) {
        List<Edition> versions = shelf.versions(kind, id);
        return new Row(
                id,
                shelf.inForce(kind, now).get(id),
                versions.stream()
                        .filter(edition -> edition.effectiveFrom().isAfter(now))
                        .min(Comparator.comparing(Edition::effectiveFrom))
                        .orElse(null),
                versions.size());
    }

    private Standing standing(Edition edition) {
        Instant now = clock.instant();
        if (edition.effectiveFrom().isAfter(now)) {
            return Standing.LATER;
        }
        Edition inForce =
                documents.shelf().inForce(edition.published().kind(), now).get(edition.id());
        return Optional.ofNullable(inForce).filter(edition::equals).isPresent() ? Standing.IN_FORCE : Standing.REPLACED;
    }

    private static Problem notFound() {
        return new Problem(ProblemCode.NOT_FOUND, Map.of());
    }
}
