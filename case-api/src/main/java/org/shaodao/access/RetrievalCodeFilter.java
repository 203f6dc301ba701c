package org.shaodao.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shaodao.fact.Role;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.shaodao.vault.RetrievalCodes;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The resident's door: {@code Authorization: Code XXXX-XXXX-XXX} on a step of the one case that the code belongs to. It
 * opens nothing else. Whoever guessed wrong too often is not heard on that case for a while; others are.
 */
final class RetrievalCodeFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Code ";
    private static final Pattern STEP =
            Pattern.compile("/api/v1/cases/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})/.+");
    private static final int MOST_GUESSES = 10;
    private static final Duration DEAF = Duration.ofMinutes(15);

    private final RetrievalCodes codes;
    private final ProblemAnswers problems;
    private final Cache<String, AtomicInteger> guesses =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(DEAF).build();

    RetrievalCodeFilter(RetrievalCodes codes, ProblemAnswers problems) {
        this.codes = codes;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(SCHEME)) {
            chain.doFilter(request, response);
            return;
        }
        Matcher step = STEP.matcher(request.getRequestURI());
        if (!request.getMethod().equals("POST") || !step.matches()) {
            problems.commence(request, response, new BadCredentialsException("a code opens the steps of its case"));
            return;
        }
        UUID caseId = UUID.fromString(step.group(1));
        String guesser = caseId + " " + request.getRemoteAddr();
        AtomicInteger wrong = guesses.get(guesser, unknown -> new AtomicInteger());
        if (wrong.get() >= MOST_GUESSES) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(secondsDeaf(guesser)));
            problems.write(request, response, ProblemCode.TOO_MANY_GUESSES);
        } else if (right(caseId, header.substring(SCHEME.length()))) {
            SecurityContextHolder.getContext()
                    .setAuthentication(SecurityWiring.authenticated(new Caller(
                            "resident-of-" + caseId, "resident", Role.RESIDENT, null, new Caller.Door.Code())));
            chain.doFilter(request, response);
        } else {
            wrong.incrementAndGet();
            problems.commence(request, response, new BadCredentialsException("not the code of this case"));
        }
    }

    /** Until the first of the wrong guesses is forgotten, and all of them with it. */
    private long secondsDeaf(String guesser) {
        Duration since = guesses.policy()
                .expireAfterWrite()
                .flatMap(forgetting -> forgetting.ageOf(guesser))
                .orElse(Duration.ZERO);
        return Math.max(1, DEAF.minus(since).plusMillis(999).toSeconds());
    }

    private boolean right(UUID caseId, String said) {
        return MessageDigest.isEqual(bytes(codes.codeFor(caseId, RetrievalCodes.FIRST)), bytes(said));
    }

    /** However it was typed. */
    private static byte[] bytes(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
