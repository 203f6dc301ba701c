package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
 * tells who read of it, and opens nothing else. Whoever guessed wrong too often is not heard on that case for a while; others are.
 */
final class RetrievalCodeFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Code ";
    private static final Pattern STEP =
            Pattern.compile("/api/v1/cases/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})/(.+)");
    private static final String WHO_LOOKED = "who-looked";
    private static final Duration DEAF = Duration.ofMinutes(15);
    private static final Attempts.Patience PATIENCE = new Attempts.Patience(10, DEAF, DEAF, DEAF);

    private final RetrievalCodes codes;
    private final Attempts attempts;
    private final ProblemAnswers problems;

    RetrievalCodeFilter(RetrievalCodes codes, Attempts attempts, ProblemAnswers problems) {
        this.codes = codes;
        this.attempts = attempts;
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
        if (!step.matches()
                || !request.getMethod().equals("POST") && !step.group(2).equals(WHO_LOOKED)) {
            problems.commence(request, response, new BadCredentialsException("a code opens the steps of its case"));
            return;
        }
        UUID caseId = UUID.fromString(step.group(1));
        String guesser = attempts.subject("code", caseId + " " + request.getRemoteAddr());
        Optional<Instant> heard = attempts.deafUntil(guesser);
        if (heard.isPresent()) {
            problems.tooOften(request, response, ProblemCode.TOO_MANY_GUESSES, heard.get());
        } else if (right(caseId, header.substring(SCHEME.length()))) {
            SecurityContextHolder.getContext()
                    .setAuthentication(SecurityWiring.authenticated(new Caller(
                            "resident-of-" + caseId, "resident", Role.RESIDENT, null, new Caller.Door.Code())));
            chain.doFilter(request, response);
        } else {
            attempts.wrong(guesser, PATIENCE);
            problems.commence(request, response, new BadCredentialsException("not the code of this case"));
        }
    }

    private boolean right(UUID caseId, String said) {
        return MessageDigest.isEqual(bytes(codes.codeFor(caseId, RetrievalCodes.FIRST)), bytes(said));
    }

    /** However it was typed. */
    private static byte[] bytes(String code) {
        return code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
