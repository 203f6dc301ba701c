package org.shaodao.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.shaodao.fact.Role;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemAnswers;
import org.shaodao.problem.ProblemCode;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Two doors: the API without sessions, for keys, for residents by the code of their case and for accounts by Basic
 * authentication; the pages with a session and a form. Nothing is open but what says whether the product lives. The third
 * is the {@link ResidentSecurity resident's}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SignInSettings.class, OidcSettings.class, LimitSettings.class})
class SecurityWiring {
    /** Pages are drawn with files of our own; what they draw stands in the page itself, without scripts or styles. */
    static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    /** What pages are drawn with. */
    private static final RequestMatcher FILES = paths("/webjars/**", "/css/**", "/js/**", "/favicon*.svg");

    /** Where the door looks for the page that was asked for. */
    private static final String SAVED_REQUEST = "SPRING_SECURITY_SAVED_REQUEST";

    private static final int HASHES_AT_ONCE = 4;
    private static final Duration PATIENCE_FOR_A_HASH = Duration.ofSeconds(2);

    @Bean
    PasswordEncoder passwordEncoder() {
        return new FewHashesAtOnce(
                Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), HASHES_AT_ONCE, PATIENCE_FOR_A_HASH);
    }

    @Bean
    AuthenticationProvider accountAuthentication(SignIn door) {
        return new AccountAuthentication(door);
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, ApiKeys keys, Accounts accounts, CodeDoor code, Limiter limiter, ProblemAnswers problems)
            throws Exception {
        return http.securityMatcher("/api/**", "/actuator/**")
                .authorizeHttpRequests(paths -> paths.requestMatchers(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyAuthority(Role.ADMINISTRATOR.name(), Role.AUDITOR.name())
                        .anyRequest()
                        .authenticated())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.authenticationEntryPoint(
                        (request, response, refused) -> refuse(request, response, refused, problems)))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .addFilterBefore(new OutageFilter(problems), BasicAuthenticationFilter.class)
                .addFilterBefore(new KeyFilter(keys, limiter, problems), BasicAuthenticationFilter.class)
                .addFilterBefore(new RetrievalCodeFilter(code, problems), BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new OneTimePasswordFilter(paths("/api/v1/me/password"), problems),
                        BasicAuthenticationFilter.class)
                .addFilterAfter(
                        new ActingFilter(accounts, problems, paths("/api/v1/me", "/api/v1/me/password")),
                        OneTimePasswordFilter.class)
                .addFilterAfter(
                        new LimitFilter(
                                limiter,
                                paths("/actuator/**"),
                                (request, response, heardAt) ->
                                        problems.tooOften(request, response, ProblemCode.TOO_MANY_REQUESTS, heardAt)),
                        ActingFilter.class)
                .headers(headers(NO_CONTENT))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Accounts accounts, OidcSettings oidc, Limiter limiter)
            throws Exception {
        if (oidc.on()) {
            Elsewhere.open(http, oidc, accounts);
        }
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(FILES)
                        .permitAll()
                        .requestMatchers("/sign-in", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .defaultSuccessUrl("/", false)
                        .failureHandler(SecurityWiring::signInFailed)
                        .permitAll())
                .exceptionHandling(errors -> errors.accessDeniedHandler(SecurityWiring::refuse)
                        .defaultAuthenticationEntryPointFor(
                                (request, response, e) -> toTheDoor(request, response), SecurityWiring::ofAPart))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .addFilterBefore(new BusyFilter(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new LimitFilter(limiter, FILES, SecurityWiring::tooOften), AuthorizationFilter.class)
                .addFilterBefore(
                        new SessionFilter(
                                accounts, new OrRequestMatcher(FILES, paths("/password", "/acting-as", "/sign-out"))),
                        AuthorizationFilter.class)
                .headers(headers(CONTENT_POLICY))
                .build();
    }

    /** What browsers may do with an answer; besides, none is kept anywhere, and once seen over HTTPS never over less. */
    static Customizer<HeadersConfigurer<HttpSecurity>> headers(String contentPolicy) {
        return headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                .referrerPolicy(Customizer.withDefaults())
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), payment=(), usb=(), geolocation=(self)"))
                .crossOriginOpenerPolicy(opener ->
                        opener.policy(CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(reader ->
                        reader.policy(CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** A form whose session is over was not refused to its sender: they sign in and find everything as it was. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (refused instanceof CsrfException && ofAPart(request)) {
            toTheDoor(request, response);
        } else if (refused instanceof CsrfException) {
            response.sendRedirect("/sign-in?expired");
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** Whether a page asks for a part of itself. */
    private static boolean ofAPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }

    /** The whole page goes to the door, and comes back to where it was: what was typed is in its browser. */
    private static void toTheDoor(HttpServletRequest request, HttpServletResponse response) {
        String page = request.getHeader("HX-Current-URL");
        if (page != null) {
            UriComponents seen = UriComponentsBuilder.fromUriString(page).build();
            String back = seen.getPath() + (seen.getQuery() == null ? "" : '?' + seen.getQuery());
            if (back.startsWith("/") && !back.startsWith("//")) {
                request.getSession().setAttribute(SAVED_REQUEST, new SimpleSavedRequest(back));
            }
        }
        response.setHeader("HX-Redirect", "/sign-in?expired");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused,
            ProblemAnswers problems)
            throws IOException {
        switch (refused) {
            case NoRoleToday none -> problems.write(request, response, ProblemCode.NO_ROLE_TODAY);
            case SignInPaused paused ->
                problems.tooOften(request, response, ProblemCode.SIGN_IN_PAUSED, paused.heardAt());
            case AuthenticationException other -> problems.commence(request, response, other);
        }
    }

    static void tooOften(HttpServletRequest request, HttpServletResponse response, Instant heardAt) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.sendError(ProblemCode.TOO_MANY_REQUESTS.status().value());
    }

    private static void signInFailed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(
                switch (refused) {
                    case NoRoleToday none -> "/sign-in?no-role";
                    case SignInPaused paused ->
                        "/sign-in?paused=" + paused.heardAt().getEpochSecond();
                    case AuthenticationException other -> "/sign-in?error";
                });
    }

    static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Stream.of(patterns)
                .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                .toList());
    }

    static Authentication authenticated(Caller caller) {
        return new UsernamePasswordAuthenticationToken(
                caller,
                null,
                caller.mustChoose()
                        ? List.of()
                        : List.of(new SimpleGrantedAuthority(caller.role().name())));
    }

    /** Login and password against the accounts. */
    private record AccountAuthentication(SignIn door) implements AuthenticationProvider {
        @Override
        public Authentication authenticate(Authentication attempt) throws AuthenticationException {
            String address =
                    attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
            return door.enter(attempt.getName(), String.valueOf(attempt.getCredentials()), address)
                    .map(SecurityWiring::authenticated)
                    .orElseThrow(() -> new BadCredentialsException("unknown login or wrong password"));
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }

    /** Whoever calls is recognised before any controller is reached; where that cannot be done now it ends here. */
    private static final class OutageFilter extends OncePerRequestFilter {
        private final ProblemAnswers problems;

        private OutageFilter(ProblemAnswers problems) {
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (DataAccessException e) {
                problems.databaseUnavailable(request, response, e);
            } catch (Problem e) {
                problems.write(request, response, e.code());
            }
        }
    }

    /** Whoever cannot be recognised just now signs in again in a moment. */
    private static final class BusyFilter extends OncePerRequestFilter {
        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (Problem e) {
                later(response, e.code());
            } catch (DataAccessException e) {
                later(response, ProblemCode.DATABASE_UNAVAILABLE);
            }
        }

        private static void later(HttpServletResponse response, ProblemCode code) throws IOException {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            response.sendError(code.status().value());
        }
    }

    /** The key of an office's system in {@code Authorization: Bearer}. */
    private static final class KeyFilter extends OncePerRequestFilter {
        private final ApiKeys keys;
        private final Limiter limiter;
        private final ProblemAnswers problems;

        private KeyFilter(ApiKeys keys, Limiter limiter, ProblemAnswers problems) {
            this.keys = keys;
            this.limiter = limiter;
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header == null || !header.startsWith("Bearer ")) {
                chain.doFilter(request, response);
                return;
            }
            var caller = keys.authenticate(header.substring("Bearer ".length()).strip());
            if (caller.isEmpty()) {
                Optional<Instant> heard = limiter.refused(request.getRemoteAddr());
                if (heard.isPresent()) {
                    problems.tooOften(request, response, ProblemCode.TOO_MANY_REQUESTS, heard.get());
                    return;
                }
                problems.commence(request, response, new BadCredentialsException("unknown or revoked key"));
                return;
            }
            SecurityContextHolder.getContext().setAuthentication(authenticated(caller.get()));
            chain.doFilter(request, response);
        }
    }

    /** A one-time password opens nothing but its own change. */
    private static final class OneTimePasswordFilter extends OncePerRequestFilter {
        private final RequestMatcher stillOpen;
        private final ProblemAnswers problems;

        private OneTimePasswordFilter(RequestMatcher stillOpen, ProblemAnswers problems) {
            this.stillOpen = stillOpen;
            this.problems = problems;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            boolean oneTime = who != null && who.getPrincipal() instanceof Caller caller && caller.mustChange();
            if (oneTime && !stillOpen.matches(request)) {
                problems.write(request, response, ProblemCode.PASSWORD_CHANGE_REQUIRED);
            } else {
                chain.doFilter(request, response);
            }
        }
    }
}
