package org.shaodao.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.documents.DocumentRefusal;
import org.shaodao.eventstore.AppendRefused;
import org.shaodao.eventstore.Outage;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;
import org.shaodao.vault.VaultRefusal;
import org.shaodao.view.AlreadyBuilding;
import org.shaodao.view.MalformedCursor;
import org.shaodao.view.ViewBehind;
import org.shaodao.view.ViewNotReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
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
import org.springframework.transaction.TransactionException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What goes wrong in the controllers of the API, answered as a problem each. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemAnswers answers;

    Problems(ProblemAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        return answer(body(refused));
    }

    /** Says which version the attempt made, as a step taken does. */
    @ExceptionHandler
    ResponseEntity<Object> refusedAndKept(RefusedAndKept refused) {
        ProblemDetail body = body(refused);
        body.setProperty("version", refused.version());
        return ResponseEntity.status(body.getStatus())
                .eTag("\"" + refused.version() + '"')
                .body(body);
    }

    private ProblemDetail body(Refused refused) {
        Refusal refusal = refused.refusal();
        return answers.body(status(refusal), refusal.code(), refusal.facts(), LocaleContextHolder.getLocale());
    }

    @ExceptionHandler
    ResponseEntity<Object> problem(Problem problem) {
        ProblemDetail body = body(problem.code(), problem.facts());
        if (!problem.fields().isEmpty()) {
            body.setProperty(
                    "errors", problem.fields().stream().map(answers::said).toList());
        }
        return answer(body);
    }

    /** Where a method, not a path, is closed to a role; {@link ProblemAnswers#handle} speaks for the paths. */
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
        answers.logOutage(e);
        return answer(body(ProblemCode.DATABASE_UNAVAILABLE, Map.of()));
    }

    @ExceptionHandler
    ResponseEntity<Object> unexpected(Exception e) {
        if (Outage.is(e)) {
            return database(e);
        }
        LOG.error("a request failed in a way nobody foresaw", e);
        return answer(body(ProblemCode.INTERNAL, Map.of()));
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail body = body(ProblemCode.INVALID_FIELDS, Map.of());
        List<FieldError> errors = new ArrayList<>();
        for (org.springframework.validation.FieldError field :
                e.getBindingResult().getFieldErrors()) {
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
        List<FieldError> errors = new ArrayList<>();
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
        return e.getCause() instanceof JacksonException wrong
                ? malformed(wrong)
                : answer(body(ProblemCode.MALFORMED_JSON, Map.of()));
    }

    /** A text that is no JSON, and where. */
    @ExceptionHandler({StreamReadException.class, StreamConstraintsException.class})
    ResponseEntity<Object> malformed(JacksonException wrong) {
        ProblemDetail body = body(ProblemCode.MALFORMED_JSON, Map.of());
        if (wrong.getLocation() != null) {
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

    /** From refusals to HTTP, one table per family. */
    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case CommonRefusal common -> status(common);
            case CaseRefusal ofACase -> status(ofACase);
            case DocumentRefusal ofADocument -> status(ofADocument);
            case Refusal unknown -> throw new IllegalStateException("no table for " + unknown);
        };
    }

    private static HttpStatus status(CommonRefusal refusal) {
        return switch (refusal) {
            case CommonRefusal.RoleMayNot r -> HttpStatus.FORBIDDEN;
            case CommonRefusal.RequestDiffers r -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CommonRefusal.VersionChanged r -> HttpStatus.PRECONDITION_FAILED;
        };
    }

    private static HttpStatus status(CaseRefusal refusal) {
        return switch (refusal) {
            case CaseRefusal.Unknown r -> HttpStatus.NOT_FOUND;
            case CaseRefusal.NotYours r -> HttpStatus.FORBIDDEN;
            case CaseRefusal.NotNow r -> HttpStatus.CONFLICT;
            case CaseRefusal.NotSo r -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static HttpStatus status(DocumentRefusal refusal) {
        return switch (refusal) {
            case DocumentRefusal.VersionExists r -> HttpStatus.CONFLICT;
            case DocumentRefusal.EffectiveTooEarly r -> HttpStatus.CONFLICT;
            case DocumentRefusal.DocumentTooLarge r -> HttpStatus.CONTENT_TOO_LARGE;
        };
    }

    private ProblemDetail body(ProblemCode code, Map<String, Object> facts) {
        return answers.body(code.status(), code.code(), facts, LocaleContextHolder.getLocale());
    }

    private static ResponseEntity<Object> answer(ProblemDetail body) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(body.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, ProblemAnswers.RETRY_SECONDS);
        }
        return answer.body(body);
    }

    private static FieldError error(String field, String code, String message) {
        return new FieldError(
                field, null, code.replaceAll("(?<=.)(?=\\p{Lu})", "-").toLowerCase(Locale.ROOT), message);
    }

    private static Problem wrongType(String field, @Nullable Class<?> right) {
        return right != null && right.isEnum()
                ? Problem.field(field, "choice", List.of(right.getEnumConstants()))
                : Problem.field(field, "type");
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
