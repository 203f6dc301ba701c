package org.shaodao.documents;

import java.time.Instant;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;

/**
 * 发布. Publish one version of a document. That the content is a valid document of its kind was checked before.
 *
 * @param stream {@link DocumentKind#stream()} of the kind
 * @param effectiveFrom from when it is in force; null = from now, or as the same publication said before
 * @param content the JSON text exactly as it was uploaded
 * @param reason why it is published, in words without personal data; null = not said
 */
public record Publish(
        @TargetAggregateIdentifier UUID stream,
        By by,
        Instant occurredAt,
        DocumentKind kind,
        String id,
        String version,
        @Nullable Instant effectiveFrom,
        String content,
        @Nullable String reason) {}
