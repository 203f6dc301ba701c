package org.shaodao.returns;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * To which systems results are sent by themselves; others ask.
 *
 * @param webhooks by source
 */
@ConfigurationProperties("shaodao.returns")
record ReturnSettings(@Nullable Map<String, Hook> webhooks) {
    /**
     * An address of another system.
     *
     * @param secret {@code whsec_…}, with which every message is signed (Standard Webhooks)
     */
    record Hook(URI url, String secret) {}

    Map<String, Hook> hooks() {
        return webhooks == null ? Map.of() : webhooks;
    }
}
