package org.shaodao.documents;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.problem.FieldError;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.shaodao.web.RequestMark;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Policy packs, calendars, registries, duty lists and catalogues: offices read them, administrators publish them. */
@RestController
@RequestMapping("/api/v1/documents")
@PreAuthorize("!hasAuthority('RESIDENT')")
@Tag(name = "documents", description = "政策包、日历、名录、清单、目录: versioned documents that decisions name")
class DocumentController {
    private static final int MOST = 100;

    private final Documents documents;
    private final DocumentDesk desk;
    private final ProblemAnswers answers;
    private final Clock clock;

    DocumentController(Documents documents, DocumentDesk desk, ProblemAnswers answers, Clock clock) {
        this.documents = documents;
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * A document.
     *
     * @param inForce the version in force now; left out where all of them begin later
     */
    record DocumentRow(
            DocumentKind kind, String id, @Nullable DocumentVersion inForce) {}

    /**
     * One version.
     *
     * @param reason why it was published; left out where nobody said
     */
    record DocumentVersion(
            String version,
            String hash,
            Instant effectiveFrom,
            Instant publishedAt,
            String publishedBy,
            @Nullable String reason) {
        static DocumentVersion of(Edition edition) {
            DocumentEvent.Published published = edition.published();
            return new DocumentVersion(
                    published.version(),
                    published.hash(),
                    published.effectiveFrom(),
                    edition.recordedAt(),
                    published.by().person(),
                    published.reason());
        }
    }

    /** Versions, newest first; {@code next} is the cursor of the page after, left out on the last. */
    record DocumentVersions(
            List<DocumentVersion> versions, @Nullable String next) {}

    /** A place that differs; {@code before} is left out where it was added, {@code after} where it was removed. */
    record DocumentChange(
            String path, @Nullable Object before, @Nullable Object after) {
        static DocumentChange of(Difference.Change change) {
            return new DocumentChange(change.path(), change.before(), change.after());
        }
    }

    /** What publishing a document would be answered with, and what would change. */
    record DocumentReport(Boolean valid, List<FieldError> errors, List<DocumentChange> changes) {}

    @GetMapping
    @Operation(operationId = "documents", summary = "Every document with its version in force")
    List<DocumentRow> all() {
        Shelf shelf = documents.shelf();
        Instant now = clock.instant();
        return Arrays.stream(DocumentKind.values())
                .flatMap(kind -> shelf.of(kind).stream()
                        .map(Edition::id)
                        .distinct()
                        .sorted()
                        .map(id -> {
                            Edition inForce = shelf.inForce(kind, now).get(id);
                            return new DocumentRow(kind, id, inForce == null ? null : DocumentVersion.of(inForce));
                        }))
                .toList();
    }

    @GetMapping("/{kind}/schema")
    @Operation(
            operationId = "document-schema",
            summary = "The JSON Schema (draft 2020-12) of a kind",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "A JSON Schema",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    ResponseEntity<byte[]> schema(@PathVariable String kind) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(Schemas.text(kind(kind)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{kind}/{id}/versions")
    @Operation(operationId = "document-versions", summary = "The versions of a document, newest first")
    DocumentVersions versions(
            @PathVariable String kind,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        long before = cursor == null ? Long.MAX_VALUE : place(cursor);
        List<Edition> all = documents.shelf().versions(kind(kind), id);
        if (all.isEmpty()) {
            throw notFound();
        }
        List<Edition> page = all.reversed().stream()
                .filter(edition -> edition.sequence() < before)
                .limit(Math.clamp(limit, 1, MOST))
                .toList();
        boolean more =
                !page.isEmpty() && page.getLast().sequence() > all.getFirst().sequence();
        return new DocumentVersions(
                page.stream().map(DocumentVersion::of).toList(),
                more ? String.valueOf(page.getLast().sequence()) : null);
    }

    @GetMapping("/{kind}/{id}/versions/{version}")
    @Operation(
            operationId = "document-content",
            summary = "One version, exactly as it was uploaded; its ETag is its hash",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The document",
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    ResponseEntity<byte[]> content(@PathVariable String kind, @PathVariable String id, @PathVariable String version) {
        Edition edition = documents.shelf().find(kind(kind), id, version).orElseThrow(DocumentController::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(edition.published().hash())
                .body(edition.published().content().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/{kind}/{id}/difference")
    @Operation(operationId = "document-difference", summary = "What is different between two versions")
    List<DocumentChange> difference(
            @PathVariable String kind, @PathVariable String id, @RequestParam String from, @RequestParam String to) {
        return desk.difference(kind(kind), id, from, to).stream()
                .map(DocumentChange::of)
                .toList();
    }

    @Needs(Scope.DOCUMENTS)
    @PostMapping(path = "/{kind}/{id}/validation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(
            operationId = "validate-document",
            summary = "Look at a document without publishing it: what is wrong, and what would change",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    DocumentReport validate(@PathVariable String kind, @PathVariable String id, HttpServletRequest document)
            throws IOException {
        Checked checked = desk.check(kind(kind), id, text(document));
        return new DocumentReport(
                checked.errors().isEmpty(),
                checked.errors().stream().map(answers::said).toList(),
                checked.changes().stream().map(DocumentChange::of).toList());
    }

    @Needs(Scope.DOCUMENTS)
    @PutMapping(path = "/{kind}/{id}/versions/{version}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('ADMINISTRATOR')")
    @Operation(
            operationId = "publish-document",
            summary = "发布 Publish a version; the same again is answered as the first time",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(type = "object"))))
    ResponseEntity<Publication> publish(
            @PathVariable String kind,
            @PathVariable String id,
            @PathVariable String version,
            @Parameter(description = "From when it is in force; left out = from now")
                    @RequestParam(required = false)
                    @Nullable Instant effectiveFrom,
            @Parameter(description = "Why, in words without personal data") @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest document,
            RequestMark mark)
            throws IOException {
        Publication publication = desk.publish(kind(kind), id, version, text(document), effectiveFrom, reason, mark);
        return ResponseEntity.created(URI.create("/api/v1/documents/" + kind + '/' + id + "/versions/" + version))
                .eTag(publication.sequence().toString())
                .body(publication);
    }

    private static DocumentKind kind(String code) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(DocumentController::notFound);
    }

    private static String text(HttpServletRequest document) throws IOException {
        return DocumentDesk.text(document.getInputStream().readAllBytes());
    }

    private static long place(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "cursor");
        }
    }

    private static Problem notFound() {
        return new Problem(ProblemCode.NOT_FOUND, Map.of());
    }
}
