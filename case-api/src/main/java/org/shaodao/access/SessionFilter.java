package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks with every page whether the session still stands: it is over, on every node, once the account is ended or has
 * another password, and the role in it is the one the account has today.
 */
final class SessionFilter extends OncePerRequestFilter {
    private final Accounts accounts;
    private final RequestMatcher always;

    /** @param always what is open to everybody who signed in, whatever they must do first */
    SessionFilter(Accounts accounts, RequestMatcher always) {
        this.accounts = accounts;
        this.always = always;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Caller before)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Caller> still = accounts.still(before);
        if (still.isEmpty()) {
            new SecurityContextLogoutHandler().logout(request, response, who);
            response.sendRedirect("/sign-in?expired");
            return;
        }
        Caller caller = still.get();
        if (!caller.equals(before)) {
            Sessions.become(caller, request, response);
        }
        if (caller.mustChange() && !always.matches(request)) {
            response.sendRedirect("/password");
        } else if (caller.mustChoose() && !always.matches(request)) {
            response.sendRedirect("/acting-as");
        } else {
            chain.doFilter(request, response);
        }
    }
}
