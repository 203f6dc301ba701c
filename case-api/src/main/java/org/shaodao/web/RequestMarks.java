package org.shaodao.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.problem.Problem;
import org.shaodao.vault.Secrets;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Gives controllers the {@link RequestMark} of the request they serve. From then on what is logged about the request
 * carries its trace, as its events do: the caller's own, where it came with one (W3C {@code traceparent}).
 */
@Component
class RequestMarks implements HandlerMethodArgumentResolver, HandlerInterceptor {
    static final String TRACE = "trace";

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    /** Where a form of a page says its key. */
    private static final String FORM_KEY = "key";

    static final String OFFICER = "Shaodao-Officer";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,100}");
    private static final Pattern OFFICER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-000000000001");

    private final Secrets secrets;
    private final Tracer tracer;

    RequestMarks(Secrets secrets, Tracer tracer) {
        this.secrets = secrets;
        this.tracer = tracer;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == RequestMark.class;
    }

    @Override
    public RequestMark resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var authentication =
                Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        Caller caller = (Caller) Objects.requireNonNull(authentication.getPrincipal());
        boolean page = !request.getRequestURI().startsWith("/api/");
        String key = page
                ? checked(request.getParameter(FORM_KEY), FORM_KEY, KEY, "idempotency-key")
                : header(request, IDEMPOTENCY_KEY, KEY, "idempotency-key");
        String officer = header(request, OFFICER, OFFICER_ID, "officer");
        UUID attempt = UuidCreator.getTimeOrderedEpoch();
        TraceContext traced = tracer.currentTraceContext().context();
        String trace = traced == null ? attempt.toString() : traced.traceId();
        MDC.put(TRACE, trace);
        UUID command = key == null ? attempt : command(caller, key);
        return new RequestMark(
                caller.by(officer),
                !caller.machine() || officer != null,
                command.toString(),
                page ? formFingerprint(request) : fingerprint(request),
                key != null,
                expectedVersion(request),
                page ? "page" : "api",
                trace);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        MDC.remove(TRACE);
    }

    private String fingerprint(HttpServletRequest request) {
        byte[] body = (byte[]) Objects.requireNonNullElse(request.getAttribute(RequestBodies.ATTRIBUTE), new byte[0]);
        String query = request.getQueryString() == null ? "" : '?' + request.getQueryString();
        String target = request.getMethod() + ' ' + request.getRequestURI() + query + '\n';
        return secrets.hmac(Secrets.Purpose.REQUEST_HASH, target.getBytes(StandardCharsets.UTF_8), body);
    }

    /** What a form says, whatever token it travels with. */
    private String formFingerprint(HttpServletRequest request) {
        SortedMap<String, String[]> said = new TreeMap<>(request.getParameterMap());
        said.keySet().removeAll(Set.of(FORM_KEY, "_csrf"));
        StringBuilder form = new StringBuilder();
        said.forEach((name, values) -> form.append(name).append(List.of(values)).append('\n'));
        String target = request.getMethod() + ' ' + request.getRequestURI() + '\n';
        return secrets.hmac(
                Secrets.Purpose.REQUEST_HASH,
                target.getBytes(StandardCharsets.UTF_8),
                form.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable Long expectedVersion(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.equals("*")) {
            return null;
        }
        var version = VERSION.matcher(header);
        if (!version.matches()) {
            throw Problem.field(HttpHeaders.IF_MATCH, "version");
        }
        return Long.valueOf(version.group(1));
    }

    /** The same for every repetition. */
    static UUID command(Caller caller, String key) {
        return UuidCreator.getNameBasedSha1(NAMESPACE, caller.id() + '\n' + key);
    }

    /** The key of a form as it may be. */
    static String formKey(String key) {
        return Objects.requireNonNull(checked(key, FORM_KEY, KEY, "idempotency-key"));
    }

    private static @Nullable String header(HttpServletRequest request, String name, Pattern pattern, String rule) {
        return checked(request.getHeader(name), name, pattern, rule);
    }

    private static @Nullable String checked(@Nullable String value, String name, Pattern pattern, String rule) {
        if (value != null && !pattern.matcher(value).matches()) {
            throw Problem.field(name, rule);
        }
        return value;
    }
}
