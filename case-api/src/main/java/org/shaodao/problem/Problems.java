package org.shaodao.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.Refused;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.vault.VaultRefusal;
import org.shaodao.view.AlreadyBuilding;
import org.shaodao.view.MalformedCursor;
import org.shaodao.view.ViewBehind;
import org.shaodao.view.ViewNotReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** Every error of the API as problem+json (RFC 9457): code, facts, the fields that are wrong, and a sentence. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Problems extends ResponseEntityExceptionHandler implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "2";

    private final MessageSource messages;
    private final JsonMapper json;
    private final LocaleResolver languages;

    Problems(MessageSource messages, JsonMapper json, LocaleResolver languages) {
        this.messages = messages;
        this.json = json;
        this.languages = languages;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        CaseRefusal refusal = refused.refusal();
        return answer(body(status(refusal), refusal.code(), refusal.facts(), LocaleContextHolder.getLocale()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unknownCase(AggregateNotFoundException e) {
        return refused(new Refused(new CaseRefusal.UnknownCase()));
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        ProblemDetail body = body(problem.code(), problem.facts());
        if (!problem.fields().isEmpty()) {
            body.setProperty(
                    "errors",
                    problem.fields().stream()
                            .map(field -> error(
                                    field.field(),
                                    field.rule(),
                                    text(
                                            "field." + field.rule(),
                                            field.arguments().toArray())))
                            .toList());
        }
        return answer(body);
    }

    /** Where a method, not a path, is closed to a role; {@link #handle} speaks for the paths. */
    @ExceptionHandler
    ResponseEntity<Object> forbidden(AccessDeniedException e) {
        return answer(body(ProblemCode.FORBIDDEN, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> notAppended(AppendRefused e) {
        ProblemCode code = switch (e.reason()) {
            case QUEUE_FULL -> ProblemCode.QUEUE_FULL;
            case SHUTTING_DOWN -> ProblemCode.SHUTTING_DOWN;
            case STORE_UNAVAILABLE, INTERRUPTED -> ProblemCode.STORE_UNAVAILABLE;
            case OUTCOME_UNKNOWN -> ProblemCode.OUTCOME_UNKNOWN;
        };
        return answer(body(code, Map.of()));
    }

    @ExceptionHandler({
        ConcurrencyException.class,
        AggregateStreamCreationException.class,
        LockAcquisitionFailedException.class
    })
    ResponseEntity<Object> contested(Exception e) {
        return answer(body(ProblemCode.CASE_BUSY, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> behind(ViewBehind e) {
        return answer(body(ProblemCode.VIEW_BEHIND, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> notReady(ViewNotReady e) {
        return answer(body(ProblemCode.VIEW_NOT_READY, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> cursor(MalformedCursor e) {
        return problem(Problem.field("cursor", "cursor"));
    }

    @ExceptionHandler
    ResponseEntity<Object> building(AlreadyBuilding e) {
        return answer(body(ProblemCode.ALREADY_RUNNING, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> vault(VaultRefusal e) {
        return switch (e.reason()) {
            case PERSON_ERASED -> answer(body(ProblemCode.PERSON_ERASED, Map.of()));
            case SEAL_BROKEN, UNKNOWN_FORMAT, UNKNOWN_PERSON -> unexpected(e);
        };
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, EventStoreException.class})
    ResponseEntity<Object> database(Exception e) {
        logOutage(e);
        return answer(body(ProblemCode.DATABASE_UNAVAILABLE, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        LOG.error("a request failed in a way nobody foresaw", e);
        return answer(body(ProblemCode.INTERNAL, Map.of()));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = body(ProblemCode.INVALID_FIELDS, Map.of());
        List<Map<String, Object>> errors = new ArrayList<>();
        for (FieldError field : e.getBindingResult().getFieldErrors()) {
            errors.add(error(
                    field.getField(), String.valueOf(field.getCode()), String.valueOf(field.getDefaultMessage())));
        }
        body.setProperty("errors", errors);
        return answer(body);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = body(ProblemCode.INVALID_FIELDS, Map.of());
        List<Map<String, Object>> errors = new ArrayList<>();
        for (ParameterValidationResult parameter : e.getParameterValidationResults()) {
            String name = String.valueOf(parameter.getMethodParameter().getParameterName());
            for (MessageSourceResolvable wrong : parameter.getResolvableErrors()) {
                String[] codes = Objects.requireNonNull(wrong.getCodes(), "a constraint has codes");
                errors.add(error(name, codes[codes.length - 1], String.valueOf(wrong.getDefaultMessage())));
            }
        }
        body.setProperty("errors", errors);
        return answer(body);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(wrongType(String.valueOf(e.getPropertyName()), e.getRequiredType()));
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(Problem.field(e.getParameterName(), "needed"));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (e.getCause() instanceof DatabindException wrong && !wrong.getPath().isEmpty()) {
            String field = path(wrong);
            if (wrong instanceof UnrecognizedPropertyException) {
                return problem(Problem.field(field, "unknown"));
            }
            return problem(
                    wrongType(field, wrong instanceof InvalidFormatException format ? format.getTargetType() : null));
        }
        ProblemDetail body = body(ProblemCode.MALFORMED_JSON, Map.of());
        if (e.getCause() instanceof JacksonException wrong && wrong.getLocation() != null) {
            body.setProperty("line", wrong.getLocation().getLineNr());
            body.setProperty("column", wrong.getLocation().getColumnNr());
        }
        return answer(body);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object given, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(body(ProblemCode.of(status), Map.of()));
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

    /** Answers somebody who came with a one-time password. */
    public void passwordChangeRequired(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(request, response, ProblemCode.PASSWORD_CHANGE_REQUIRED);
    }

    /** Answers somebody whom the database, out of reach, could not recognise. */
    public void databaseUnavailable(HttpServletRequest request, HttpServletResponse response, Exception e)
            throws IOException {
        logOutage(e);
        write(request, response, ProblemCode.DATABASE_UNAVAILABLE);
    }

    /** Writes a problem where no controller was reached. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemCode code) throws IOException {
        ProblemDetail body = body(code.status(), code.code(), Map.of(), languages.resolveLocale(request));
        response.setStatus(code.status().value());
        if (code.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(json.writeValueAsString(body));
    }

    private static void logOutage(Exception e) {
        LOG.warn("the database did not answer: {}", e.getClass().getSimpleName());
    }

    /** The one table from refusals to HTTP. */
    private static HttpStatus status(CaseRefusal refusal) {
        return switch (refusal) {
            case CaseRefusal.UnknownCase r -> HttpStatus.NOT_FOUND;
            case CaseRefusal.UnknownDispatch r -> HttpStatus.NOT_FOUND;
            case CaseRefusal.RoleMayNot r -> HttpStatus.FORBIDDEN;
            case CaseRefusal.NotYourDispatch r -> HttpStatus.FORBIDDEN;
            case CaseRefusal.NotYourStreet r -> HttpStatus.FORBIDDEN;
            case CaseRefusal.OwnAct r -> HttpStatus.FORBIDDEN;
            case CaseRefusal.WrongPhase r -> HttpStatus.CONFLICT;
            case CaseRefusal.AlreadyDone r -> HttpStatus.CONFLICT;
            case CaseRefusal.OutsideNumberTaken r -> HttpStatus.CONFLICT;
            case CaseRefusal.NothingToRework r -> HttpStatus.CONFLICT;
            case CaseRefusal.UnitCalledTwice r -> HttpStatus.CONFLICT;
            case CaseRefusal.DispatchOpen r -> HttpStatus.CONFLICT;
            case CaseRefusal.NothingToVerify r -> HttpStatus.CONFLICT;
            case CaseRefusal.NotOneLead r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.OwnUnit r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.UnknownCode r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.BeforeTheCase r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.OutcomeMismatch r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.AnswersMismatch r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.RequestDiffers r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CaseRefusal.VersionChanged r -> HttpStatus.PRECONDITION_FAILED;
        };
    }

    private ProblemDetail body(ProblemCode code, Map<String, Object> facts) {
        return body(code.status(), code.code(), facts, LocaleContextHolder.getLocale());
    }

    private ProblemDetail body(HttpStatus status, String code, Map<String, Object> facts, Locale locale) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("urn:shaodao:problem:" + code));
        body.setTitle(status.getReasonPhrase());
        body.setDetail(messages.getMessage("problem." + code, facts.values().toArray(), code, locale));
        body.setProperty("code", code);
        if (!facts.isEmpty()) {
            body.setProperty("facts", facts);
        }
        return body;
    }

    private static ResponseEntity<Object> answer(ProblemDetail body) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(body.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        return answer.body(body);
    }

    private static Map<String, Object> error(String field, String code, String message) {
        return Map.of(
                "field",
                field,
                "code",
                code.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT),
                "message",
                message);
    }

    private static Problem wrongType(String field, @Nullable Class<?> right) {
        return right != null && right.isEnum()
                ? Problem.field(field, "choice", List.of(right.getEnumConstants()))
                : Problem.field(field, "type");
    }

    private String text(String key, Object... arguments) {
        return String.valueOf(messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale()));
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.toString();
    }
}
