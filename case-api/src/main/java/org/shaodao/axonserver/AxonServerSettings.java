package org.shaodao.axonserver;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Axon Server is.
 *
 * @param servers {@code host:port} of its nodes, separated by commas; left out = events are kept in PostgreSQL
 * @param context the context of this installation; it must be there
 * @param token what this installation shows at the door; left out where the door is open
 * @param certificate PEM file of the authority that the server's certificate comes from; left out = no TLS
 * @param patience how long a start waits for the server to answer
 */
@ConfigurationProperties("shaodao.axon-server")
public record AxonServerSettings(
        @Nullable String servers,
        @DefaultValue("default") String context,
        @Nullable String token,
        @Nullable Path certificate,
        @DefaultValue("30s") Duration patience) {}
