package org.shaodao.documents;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.problem.FieldError;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.shaodao.web.RequestMark;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** 发布: a version is looked at first, and published in a step of its own that says what will come of it. */
@Controller
@RequestMapping(DocumentPages.PATH)
@PreAuthorize("hasAuthority('ADMINISTRATOR')")
class PublicationPages {
    private static final String PAGE = "documents/publish";

    private final Documents documents;
    private final DocumentDesk desk;
    private final ProblemAnswers answers;
    private final MessageSource messages;
    private final Clock clock;
    private final ZoneId zone;

    PublicationPages(
            Documents documents,
            DocumentDesk desk,
            ProblemAnswers answers,
            MessageSource messages,
            Clock clock,
            ZoneId zone) {
        this.documents = documents;
        this.desk = desk;
        this.answers = answers;
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** An empty page, or one that begins with a version that is published already. */
    @GetMapping("/new")
    String begin(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable String version,
            Model model) {
        DocumentKind of = kind == null ? DocumentKind.POLICY_PACK : DocumentPages.kind(kind);
        String text = id == null || version == null
                ? ""
                : documents
                        .shelf()
                        .find(of, id, version)
                        .map(edition -> edition.published().content())
                        .orElse("");
        return page(of, text, model);
    }

    /** The first step: nothing is stored. A file that is chosen is read into the text by the browser. */
    @PostMapping("/check")
    String check(
            @RequestParam String kind,
            @RequestParam(name = "text", defaultValue = "") String sent,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        DocumentKind of = DocumentPages.kind(kind);
        String text = lines(sent);
        List<FieldError> errors = look(of, text, model, locale);
        return errors.isEmpty() ? page(of, text, model) : wrong(of, text, errors, model, response);
    }

    /** The second step. */
    @PostMapping("/publication")
    String publish(
            @RequestParam String kind,
            @RequestParam("text") String sent,
            @RequestParam(defaultValue = "") String effectiveFrom,
            @RequestParam(defaultValue = "") String reason,
            RequestMark mark,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        DocumentKind of = DocumentPages.kind(kind);
        model.addAttribute("effectiveFrom", effectiveFrom);
        model.addAttribute("reason", reason);
        String text = lines(sent);
        List<FieldError> errors = look(of, text, model, locale);
        if (!errors.isEmpty()) {
            return wrong(of, text, errors, model, response);
        }
        if (reason.isBlank()) {
            model.addAttribute("wrongReason", message("documents.reason.needed", locale));
        }
        Instant from = null;
        try {
            from = effectiveFrom.isBlank()
                    ? null
                    : LocalDateTime.parse(effectiveFrom.strip()).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            model.addAttribute("wrongFrom", message("audit.wrong-time", locale));
        }
        if (model.containsAttribute("wrongReason") || model.containsAttribute("wrongFrom")) {
            return wrong(of, text, List.of(), model, response);
        }
        JsonNode root = Located.read(text).root();
        try {
            Publication done = desk.publish(
                    of, root.path("id").asString(), root.path("version").asString(), text, from, reason.strip(), mark);
            return "redirect:" + Documents.path(of, done.ref()) + "?published";
        } catch (Refused e) {
            model.addAttribute("problem", answers.sentence(e.refusal()));
        } catch (Problem e) {
            List<FieldError> fields = e.fields().stream().map(answers::said).toList();
            if (e.code() == ProblemCode.INVALID_DOCUMENT) {
                return wrong(of, text, fields, model, response);
            }
            model.addAttribute(
                    "problem",
                    String.join(" ", fields.stream().map(FieldError::message).toList()));
        } catch (DataAccessException | TransactionException | EventStoreException e) {
            model.addAttribute("problem", message("ui.error.503", locale));
        }
        return wrong(of, text, List.of(), model, response);
    }

    /** Everything that is wrong with a text; where nothing is, what publishing it would do is told. */
    private List<FieldError> look(DocumentKind kind, String text, Model model, Locale locale) {
        try {
            JsonNode root = Located.read(text).root();
            String id = root.path("id").isString() ? root.path("id").asString() : "";
            Checked checked = desk.check(kind, id, text);
            if (checked.errors().isEmpty()) {
                model.addAttribute("id", id);
                model.addAttribute("version", root.path("version").asString());
                model.addAttribute("changes", Difference.told(checked.changes()));
                model.addAttribute(
                        "inForce",
                        documents.shelf().inForce(kind, clock.instant()).get(id));
            }
            return checked.errors().stream().map(answers::said).toList();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return List.of(new FieldError("", line, "readable", message("problem.malformed-json", locale)));
        }
    }

    private String wrong(
            DocumentKind kind, String text, List<FieldError> errors, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", errors);
        return page(kind, text, model);
    }

    private static String page(DocumentKind kind, String text, Model model) {
        model.addAttribute(
                "kinds",
                Stream.of(DocumentKind.values())
                        .filter(each -> each.publisher() == Role.ADMINISTRATOR)
                        .toList());
        model.addAttribute("kind", kind);
        model.addAttribute("text", text);
        model.addAttribute("key", UuidCreator.getTimeOrderedEpoch().toString());
        return PAGE;
    }

    /** Forms send line ends of their own: without them the same text is the same document however it came. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    private String message(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
