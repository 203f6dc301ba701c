package org.shaodao.access;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people may sign in besides here: any provider of OpenID Connect.
 *
 * @param issuer its address, below which it describes itself; left out = people sign in here only
 * @param clientId what we are called there
 * @param loginClaim the claim that is the login of an account here: one that nobody there can choose for themselves
 * @param scopes what we ask for
 */
@ConfigurationProperties("shaodao.oidc")
public record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @DefaultValue("preferred_username") String loginClaim,
        @DefaultValue({"openid", "profile"}) Set<String> scopes) {
    public OidcSettings {
        if (issuer != null) {
            Objects.requireNonNull(clientId, "shaodao.oidc.client-id must be given with shaodao.oidc.issuer");
            Objects.requireNonNull(clientSecret, "shaodao.oidc.client-secret must be given with shaodao.oidc.issuer");
        }
    }

    /** Whether there is such a place. */
    public boolean on() {
        return issuer != null;
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + ' ' + clientId + ']';
    }
}
