package org.shaodao.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Needs;
import org.shaodao.access.Scope;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files of other systems. The file is the body of the request; the same name again goes on where it stopped. */
@RestController
@Needs(Scope.IMPORTS)
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
@Tag(name = "imports", description = "导入: cases of another system, as full lives with the times of their source")
class ImportController {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");
    private static final int MOST_REJECTS = 1000;
    private static final int MOST_IMPORTS = 200;

    private final Importer importer;
    private final ImportJobs jobs;
    private final RejectsFile rejects;

    ImportController(Importer importer, ImportJobs jobs, RejectsFile rejects) {
        this.importer = importer;
        this.jobs = jobs;
        this.rejects = rejects;
    }

    /** Imports of a page; {@code next} is null on the last. */
    record Imports(List<ImportJobs.Job> imports, @Nullable String next) {}

    @PutMapping(path = "/{name}", consumes = "text/csv")
    @Operation(
            operationId = "import",
            summary =
                    "Read a file of service requests or petitions (CSV, gzip allowed); answers when every row is a case or listed as rejected",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    ImportJobs.Job run(
            @PathVariable String name,
            @RequestParam String source,
            @Parameter(description = "Id of a mapping, or id/version; left out = the one that knows the columns")
                    @RequestParam(required = false)
                    @Nullable String mapping,
            @Parameter(description = "Zone of the times; left out = the one of the mapping")
                    @RequestParam(required = false)
                    @Nullable String zone,
            HttpServletRequest file,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw Problem.field("name", "import-name");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw Problem.field("source", "import-source");
        }
        importer.run(
                name,
                new Importer.Order(source, mapping, zone == null ? null : zone(zone)),
                file.getInputStream(),
                caller);
        return job(name);
    }

    @GetMapping
    @Operation(operationId = "imports", summary = "Some imports, newest first; `next` continues")
    Imports page(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, MOST_IMPORTS);
        List<ImportJobs.Job> page = jobs.page(cursor == null ? null : ImportJobs.After.decode(cursor), most + 1);
        if (page.size() <= most) {
            return new Imports(page, null);
        }
        ImportJobs.Job last = page.get(most - 1);
        return new Imports(page.subList(0, most), new ImportJobs.After(last.startedAt(), last.name()).encode());
    }

    @GetMapping("/{name}")
    @Operation(operationId = "import-progress", summary = "How far an import is")
    ImportJobs.Job job(@PathVariable String name) {
        return jobs.find(name).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of()));
    }

    @GetMapping("/{name}/rejects")
    @Operation(operationId = "import-rejects", summary = "Rows that were not taken, after a line, in order")
    List<ImportJobs.Reject> rejects(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") long afterLine,
            @RequestParam(defaultValue = "100") int limit) {
        job(name);
        return jobs.rejects(name, afterLine, Math.clamp(limit, 1, MOST_REJECTS));
    }

    @GetMapping(path = "/{name}/rejects.csv", produces = "text/csv")
    @Operation(
            operationId = "import-rejects-file",
            summary = "All rows that were not taken, with line, column and reason in words: a file for a spreadsheet",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    void rejectsFile(@PathVariable String name, HttpServletResponse response, Locale locale) throws IOException {
        job(name);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "-rejects.csv")
                        .build()
                        .toString());
        rejects.write(name, locale, response.getOutputStream());
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.field("zone", "zone");
        }
    }
}
