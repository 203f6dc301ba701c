package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.shaodao.fact.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The resident's pages: open to everybody but for the cases, of which a code opens one. Nobody's account counts here, and
 * no code on the pages of accounts.
 */
@Configuration(proxyBeanMethods = false)
class ResidentSecurity {
    static final String DOOR = "/resident";
    private static final String RAISE = DOOR + "/raise/form";

    @Bean
    @Order(0)
    SecurityFilterChain residents(HttpSecurity http, Limiter limiter) throws Exception {
        XorCsrfTokenRequestAttributeHandler atOnce = new XorCsrfTokenRequestAttributeHandler();
        atOnce.setCsrfRequestAttributeName(null); // a long page is on its way before its last form asks for the token
        return http.securityMatcher(DOOR, DOOR + "/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers(DOOR + "/cases/**")
                        .hasAuthority(Role.RESIDENT.name())
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(ResidentSessions.CONTEXT))
                .csrf(csrf -> csrf.csrfTokenRepository(ResidentSessions.TOKENS).csrfTokenRequestHandler(atOnce))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .exceptionHandling(errors -> errors.accessDeniedHandler(ResidentSecurity::refuse)
                        .authenticationEntryPoint((request, response, e) -> toTheDoor(request, response)))
                .addFilterBefore(new RaiseFilter(limiter), CsrfFilter.class)
                .addFilterBefore(
                        new LimitFilter(limiter, request -> false, SecurityWiring::tooOften), AuthorizationFilter.class)
                .headers(SecurityWiring.headers(SecurityWiring.CONTENT_POLICY))
                .build();
    }

    /** A form that came too late is shown again: what was typed is in its browser. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (!(refused instanceof CsrfException)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getRequestURI().equals(RAISE)) {
            response.sendRedirect(back(RAISE, request).toUriString());
        } else {
            toTheDoor(request, response);
        }
    }

    /** Whoever followed a case comes back to where they were. */
    private static void toTheDoor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        UriComponentsBuilder door = UriComponentsBuilder.fromPath(DOOR).queryParam("expired");
        String asked = request.getRequestURI();
        response.sendRedirect((asked.startsWith(DOOR + "/cases/") ? door.queryParam("to", asked) : door)
                .encode()
                .toUriString());
    }

    private static UriComponentsBuilder back(String path, HttpServletRequest request) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("expired")
                .queryParamIfPresent("place", Optional.ofNullable(request.getParameter("place")))
                .encode();
    }

    /** Counts what comes from one address without anybody being known, before a file of it is read. */
    private static final class RaiseFilter extends OncePerRequestFilter {
        private final Limiter limiter;

        private RaiseFilter(Limiter limiter) {
            this.limiter = limiter;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            boolean raises = request.getMethod().equals(HttpMethod.POST.name())
                    && request.getRequestURI().equals(RAISE);
            Optional<Instant> heard = raises ? limiter.refusedRaise(request.getRemoteAddr()) : Optional.empty();
            if (heard.isPresent()) {
                SecurityWiring.tooOften(request, response, heard.get());
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
