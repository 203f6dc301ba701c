package org.shaodao.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.shaodao.fact.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every error of the API is problem+json (RFC 9457): code, facts, the fields that are wrong, and a sentence. Answers by
 * itself where no controller is reached.
 */
@Component
public class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Set<String> UNITS = Set.of("unit", "street", "wanted", "responsible");
    static final String RETRY_SECONDS = "2";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

    private final MessageSource messages;
    private final JsonMapper json;
    private final LocaleResolver languages;
    private final FactNames names;
    private final Clock clock;

    /** @param names asked for only once something is refused: errors are answered before there is a database */
    ProblemAnswers(
            MessageSource messages, JsonMapper json, LocaleResolver languages, @Lazy FactNames names, Clock clock) {
        this.messages = messages;
        this.json = json;
        this.languages = languages;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"shaodao\"");
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"shaodao\", charset=\"UTF-8\"");
        write(request, response, ProblemCode.UNAUTHENTICATED);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        write(request, response, ProblemCode.FORBIDDEN);
    }

    /** Answers somebody whom the database, out of reach, could not recognise. */
    public void databaseUnavailable(HttpServletRequest request, HttpServletResponse response, Exception e)
            throws IOException {
        logOutage(e);
        write(request, response, ProblemCode.DATABASE_UNAVAILABLE);
    }

    /** Writes a problem where no controller was reached. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code) throws IOException {
        write(request, response, code, Map.of());
    }

    /** Writes that somebody asked too often, and when they are heard again. */
    public void tooOften(HttpServletRequest request, HttpServletResponse response, ProblemCode code, Instant heardAt)
            throws IOException {
        long seconds = Math.max(1, Duration.between(clock.instant(), heardAt).toSeconds() + 1);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(request, response, code, Map.of("until", heardAt));
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, ProblemCode code, Map<String, Object> facts)
            throws IOException {
        ProblemDetail body = body(code.status(), code.code(), facts, languages.resolveLocale(request));
        response.setStatus(code.status().value());
        if (code.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(body));
    }

    void logOutage(Exception e) {
        LOG.warn("the database did not answer: {}", e.getClass().getSimpleName());
    }

    /** Why something was not done, in the language of the one who asked for it. */
    public String sentence(Refusal refusal) {
        return sentence(refusal.code(), refusal.facts(), LocaleContextHolder.getLocale());
    }

    /** Why a request ended, in the language of the one who sent it. */
    public String sentence(Problem problem) {
        return sentence(problem.code().code(), problem.facts(), LocaleContextHolder.getLocale());
    }

    private String sentence(String code, Map<String, Object> facts, Locale locale) {
        Object[] said = facts.entrySet().stream()
                .map(fact -> said(fact.getKey(), fact.getValue(), locale))
                .toArray();
        return Objects.requireNonNullElse(messages.getMessage("problem." + code, said, code, locale), code);
    }

    /** A problem in one language. */
    ProblemDetail body(HttpStatus status, String code, Map<String, Object> facts, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("urn:shaodao:problem:" + code));
        body.setTitle(status.getReasonPhrase());
        body.setDetail(sentence(code, facts, locale));
        body.setProperty("code", code);
        if (!facts.isEmpty()) {
            body.setProperty("facts", facts);
        }
        return body;
    }

    /** What is wrong with one part of a request, in the language of the one who sent it. */
    public FieldError said(FieldProblem field) {
        String key = "field." + field.rule();
        String message = messages.getMessage(key, field.arguments().toArray(), key, LocaleContextHolder.getLocale());
        return new FieldError(field.field(), field.line(), field.rule(), String.valueOf(message));
    }

    /** A fact as a sentence says it: units and choices by their names, moments in the zone of the city. */
    private Object said(String fact, Object value, Locale locale) {
        return switch (value) {
            case String code when UNITS.contains(fact) -> names.unit(code, locale);
            case Instant at ->
                at.atZone(names.zone())
                        .format(DateTimeFormatter.ofPattern(
                                Objects.requireNonNull(
                                        messages.getMessage("time.other-year", null, "yyyy-MM-dd HH:mm", locale)),
                                locale));
            case String code ->
                Objects.requireNonNull(messages.getMessage("code." + fact + '.' + code, null, code, locale));
            case Enum<?> code -> said(fact, code.name(), locale);
            case List<?> all ->
                all.stream()
                        .map(each -> String.valueOf(said(fact, each, locale)))
                        .collect(Collectors.joining(", "));
            default -> value;
        };
    }
}
