package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** A person with several roles says with each request in which of them they act; who has one need not. */
final class ActingFilter extends OncePerRequestFilter {
    static final String HEADER = "Shaodao-Acting-As";

    private final Accounts accounts;
    private final ProblemAnswers problems;
    private final RequestMatcher openWithoutRole;

    ActingFilter(Accounts accounts, ProblemAnswers problems, RequestMatcher openWithoutRole) {
        this.accounts = accounts;
        this.problems = problems;
        this.openWithoutRole = openWithoutRole;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        String said = request.getHeader(HEADER);
        if (who == null
                || !(who.getPrincipal() instanceof Caller caller)
                || !(caller.door() instanceof Caller.Door.Account)) {
            chain.doFilter(request, response);
            return;
        }
        if (said != null) {
            Optional<Caller> chosen = accounts.as(caller, said);
            if (chosen.isEmpty()) {
                problems.write(request, response, ProblemCode.NOT_YOUR_ROLE);
                return;
            }
            SecurityContextHolder.getContext().setAuthentication(SecurityWiring.authenticated(chosen.get()));
        } else if (caller.mustChoose() && !openWithoutRole.matches(request)) {
            problems.write(request, response, ProblemCode.ROLE_NEEDED);
            return;
        }
        chain.doFilter(request, response);
    }
}
