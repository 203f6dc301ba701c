package org.shaodao.imports;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.shaodao.access.Caller;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
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
@RequestMapping("/api/v1/imports")
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
@Tag(name = "imports", description = "导入: cases of another system, as full lives with the times of their source")
class ImportController {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,23}");
    private static final int MOST_REJECTS = 1000;

    private final Importer importer;
    private final ImportJobs jobs;

    ImportController(Importer importer, ImportJobs jobs) {
        this.importer = importer;
        this.jobs = jobs;
    }

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
            @RequestParam String zone,
            HttpServletRequest file,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw Problem.field("name", "import-name");
        }
        if (!SOURCE.matcher(source).matches()) {
            throw Problem.field("source", "import-source");
        }
        importer.run(name, source, zone(zone), file.getInputStream(), caller);
        return job(name);
    }

    @GetMapping
    @Operation(operationId = "imports", summary = "All imports, newest first")
    List<ImportJobs.Job> all() {
        return jobs.all();
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

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Problem.field("zone", "zone");
        }
    }
}
