package org.shaodao.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.DocumentEvent.Published;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/** A duty list and its publications, for tests. */
public final class DocumentSample {
    static final By ADMINISTRATOR = new By("account-9", null, Role.ADMINISTRATOR, null);
    static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    static final String CONTENT = "{\"id\": \"linxi\", \"version\": \"1\", \"entries\": []}\n";

    private DocumentSample() {}

    /** The first version, in force from New Year. */
    public static Published published() {
        return published("1", NEW_YEAR, CONTENT);
    }

    static Published published(String version, Instant effectiveFrom, String content) {
        return new Published(
                ADMINISTRATOR,
                NEW_YEAR,
                DocumentKind.DUTY_LIST,
                "linxi",
                version,
                effectiveFrom,
                content,
                ContentHash.of(content),
                "resolved in the joint meeting");
    }

    static Publish publish(String version, Instant effectiveFrom, String content) {
        return publish(ADMINISTRATOR, NEW_YEAR, version, effectiveFrom, content);
    }

    static Publish publish(By by, Instant now, String version, @Nullable Instant effectiveFrom, String content) {
        return new Publish(
                DocumentKind.DUTY_LIST.stream(),
                by,
                now,
                DocumentKind.DUTY_LIST,
                "linxi",
                version,
                effectiveFrom,
                content,
                "resolved in the joint meeting");
    }
}
