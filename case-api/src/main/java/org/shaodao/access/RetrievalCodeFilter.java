package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The resident's door over the API: {@code Authorization: Code XXXX-XXXX-XXX} on a step of the one case that the code
 * belongs to. It tells who read of it, and opens nothing else.
 */
final class RetrievalCodeFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Code ";
    private static final Pattern STEP =
            Pattern.compile("/api/v1/cases/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})/(.+)");
    private static final String WHO_LOOKED = "who-looked";

    private final CodeDoor door;
    private final ProblemAnswers problems;

    RetrievalCodeFilter(CodeDoor door, ProblemAnswers problems) {
        this.door = door;
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
        switch (door.knock(caseId, header.substring(SCHEME.length()), request.getRemoteAddr())) {
            case CodeDoor.Answer.Deaf(Instant heardAt) ->
                problems.tooOften(request, response, ProblemCode.TOO_MANY_GUESSES, heardAt);
            case CodeDoor.Answer.Wrong() ->
                problems.commence(request, response, new BadCredentialsException("not the code of this case"));
            case CodeDoor.Answer.Open(Caller resident) -> {
                SecurityContextHolder.getContext().setAuthentication(SecurityWiring.authenticated(resident));
                chain.doFilter(request, response);
            }
        }
    }
}
