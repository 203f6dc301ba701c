package org.shaodao.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.util.function.SingletonSupplier;

/**
 * Signing in at a provider of OpenID Connect. It says who somebody is, never what they may: the account, with its roles,
 * must exist here. Nothing of the provider's tokens is kept.
 */
final class Elsewhere {
    static final String NAME = "elsewhere";

    private Elsewhere() {}

    /** Opens this door too; the provider is first asked when somebody comes to it. */
    static void open(HttpSecurity http, OidcSettings settings, Accounts accounts) throws Exception {
        var provider = SingletonSupplier.of(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(Objects.requireNonNull(settings.issuer()))
                        .registrationId(NAME)
                        .clientId(Objects.requireNonNull(settings.clientId()))
                        .clientSecret(Objects.requireNonNull(settings.clientSecret()))
                        .scope(settings.scopes())
                        .build()));
        OidcUserService service = new OidcUserService();
        http.oauth2Login(login -> login.loginPage("/sign-in")
                .clientRegistrationRepository(new SupplierClientRegistrationRepository(provider::obtain))
                .authorizedClientRepository(new NothingKept())
                .userInfoEndpoint(info -> info.oidcUserService(
                        request -> recognised(service.loadUser(request), settings.loginClaim(), accounts)))
                .successHandler(new Entering())
                .failureHandler(Elsewhere::failed)
                .withObjectPostProcessor(new ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter>() {
                    @Override
                    public <F extends OAuth2AuthorizationRequestRedirectFilter> F postProcess(F filter) {
                        filter.setAuthenticationFailureHandler(Elsewhere::failed);
                        return filter;
                    }
                }));
    }

    private static OidcUser recognised(OidcUser user, String claim, Accounts accounts) {
        String login = user.getClaimAsString(claim);
        Caller caller =
                (login == null ? Optional.<Caller>empty() : accounts.recognised(login)).orElseThrow(NoAccount::new);
        accounts.entered(caller);
        return new Recognised(user, caller);
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        response.sendRedirect(
                switch (refused) {
                    case NoRoleToday none -> "/sign-in?no-role";
                    case NoAccount nobody -> "/sign-in?no-account";
                    case AuthenticationException other -> "/sign-in?elsewhere";
                });
    }

    /** Somebody whom the provider knows and whose account is here. */
    private static final class Recognised extends DefaultOidcUser {
        private static final long serialVersionUID = 1;

        private final transient Caller caller;

        private Recognised(OidcUser user, Caller caller) {
            super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
            this.caller = caller;
        }
    }

    /** The provider knows somebody who has no account here, or none any more. */
    private static final class NoAccount extends AuthenticationException {
        private static final long serialVersionUID = 1;

        private NoAccount() {
            super("no account here");
        }
    }

    /** From here on it makes no difference where somebody signed in. */
    private static final class Entering extends SavedRequestAwareAuthenticationSuccessHandler {
        @Override
        public void onAuthenticationSuccess(
                HttpServletRequest request, HttpServletResponse response, Authentication authentication)
                throws ServletException, IOException {
            if (!(authentication.getPrincipal() instanceof Recognised user)) {
                throw new IllegalStateException("signed in elsewhere, and nobody here");
            }
            Sessions.become(user.caller, request, response);
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }

    private static final class NothingKept implements OAuth2AuthorizedClientRepository {
        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String provider, Authentication who, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String provider, Authentication who, HttpServletRequest request, HttpServletResponse response) {}
    }
}
