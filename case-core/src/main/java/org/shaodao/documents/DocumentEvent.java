package org.shaodao.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Fact;
import org.shaodao.fact.StoredAs;

/** Everything that can have happened to a document: the stored format. */
public sealed interface DocumentEvent extends Fact {
    /**
     * 发布. A version was published.
     *
     * @param effectiveFrom from when it is in force, until a version with a later start is
     * @param content the JSON text exactly as it was uploaded
     * @param hash SHA-256 of the content's UTF-8 bytes, 64 lower-case hexadecimal digits
     * @param reason why, in words without personal data; null = not said
     */
    @StoredAs("documents.published")
    record Published(
            By by,
            Instant occurredAt,
            DocumentKind kind,
            String id,
            String version,
            Instant effectiveFrom,
            String content,
            String hash,
            @Nullable String reason)
            implements DocumentEvent {
        /** How decisions name this version. */
        public VersionRef ref() {
            return new VersionRef(id, version, hash);
        }
    }
}
