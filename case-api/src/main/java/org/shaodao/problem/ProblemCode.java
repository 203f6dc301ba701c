package org.shaodao.problem;

import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** What can go wrong outside the rules of a case. Like the codes of refusals, these never change their meaning. */
public enum ProblemCode {
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    PASSWORD_CHANGE_REQUIRED(HttpStatus.FORBIDDEN),
    NO_ROLE_TODAY(HttpStatus.FORBIDDEN),
    NO_CONTACT_CARD(HttpStatus.FORBIDDEN),
    SCOPE_NEEDED(HttpStatus.FORBIDDEN),
    ROLE_NEEDED(HttpStatus.FORBIDDEN),
    NOT_YOUR_ROLE(HttpStatus.FORBIDDEN),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST),
    INVALID_FIELDS(HttpStatus.BAD_REQUEST),
    INVALID_DOCUMENT(HttpStatus.BAD_REQUEST),
    BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS),
    SIGN_IN_PAUSED(HttpStatus.TOO_MANY_REQUESTS),
    TOO_MANY_GUESSES(HttpStatus.TOO_MANY_REQUESTS),
    TOO_MANY_WAITING(HttpStatus.TOO_MANY_REQUESTS),
    ATTACHMENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    ATTACHMENT_NOT_ALLOWED(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    ATTACHMENT_ERASED(HttpStatus.GONE),
    ATTACHMENT_STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    PERSON_ERASED(HttpStatus.CONFLICT),
    LOGIN_TAKEN(HttpStatus.CONFLICT),
    LAST_ADMINISTRATOR(HttpStatus.CONFLICT),
    USER_ENDED(HttpStatus.CONFLICT),
    ALREADY_RUNNING(HttpStatus.CONFLICT),
    NO_POLICY_PACK(HttpStatus.CONFLICT),
    SOURCE_TAKEN(HttpStatus.CONFLICT),
    QUEUE_FULL(HttpStatus.SERVICE_UNAVAILABLE),
    SHUTTING_DOWN(HttpStatus.SERVICE_UNAVAILABLE),
    STORE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    OUTCOME_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE),
    DATABASE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    CASE_BUSY(HttpStatus.SERVICE_UNAVAILABLE),
    VIEW_BEHIND(HttpStatus.SERVICE_UNAVAILABLE),
    VIEW_NOT_READY(HttpStatus.SERVICE_UNAVAILABLE),
    INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR);

    private final HttpStatus status;

    ProblemCode(HttpStatus status) {
        this.status = status;
    }

    /** The code as callers see it, for example {@code queue-full}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code for what the framework refuses by itself. */
    static ProblemCode of(HttpStatusCode status) {
        return Stream.of(
                        UNAUTHENTICATED,
                        FORBIDDEN,
                        NOT_FOUND,
                        METHOD_NOT_ALLOWED,
                        UNSUPPORTED_MEDIA_TYPE,
                        NOT_ACCEPTABLE,
                        BODY_TOO_LARGE)
                .filter(code -> code.status.value() == status.value())
                .findFirst()
                .orElse(status.is4xxClientError() ? INVALID_FIELDS : INTERNAL);
    }

    /** The status of the answer. */
    public HttpStatus status() {
        return status;
    }
}
