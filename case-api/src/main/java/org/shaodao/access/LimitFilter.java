package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each request for its caller, or for its address where the caller is unknown. */
final class LimitFilter extends OncePerRequestFilter {
    private final Limiter limiter;
    private final RequestMatcher uncounted;
    private final TooMany answer;

    LimitFilter(Limiter limiter, RequestMatcher uncounted, TooMany answer) {
        this.limiter = limiter;
        this.uncounted = uncounted;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (uncounted.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        var who = SecurityContextHolder.getContext().getAuthentication();
        Optional<Instant> heard = who != null && who.getPrincipal() instanceof Caller caller
                ? limiter.refused(caller)
                : limiter.refused(request.getRemoteAddr());
        if (heard.isPresent()) {
            answer.give(request, response, heard.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** How somebody is told that they asked too often. */
    interface TooMany {
        void give(HttpServletRequest request, HttpServletResponse response, Instant heardAt) throws IOException;
    }
}
