package org.shaodao.documents;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.web.RequestMark;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The documents that come with the product: a policy pack of example values, samples modelled on public rules, the
 * calendar, and mappings for the files of two kinds of systems. Each is published before the first request where there is no document of its id yet, under a command id of
 * its own, so that two nodes that start at once publish it once.
 */
@Component
public class Shipped implements SmartInitializingSingleton {
    /** The id of the policy pack and of the calendar that come with the product. */
    public static final String PACK = "default";

    public static final String CALENDAR = "cn";

    /** Their first version, which is always there. */
    public static final String FIRST = "1";

    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-00000000d0c6");
    private static final String SYSTEM = "system";

    /** Shipped documents are in force as far back as any demand may have been raised. */
    private static final Instant ALWAYS = Instant.parse("1990-01-01T00:00:00Z");

    private static final List<Document> DOCUMENTS = List.of(
            new Document(DocumentKind.CALENDAR, CALENDAR, FIRST, "shipped/calendar-cn.json"),
            new Document(DocumentKind.POLICY_PACK, PACK, FIRST, "shipped/policy-pack-default.json"),
            new Document(DocumentKind.POLICY_PACK, "sample-tianjin", "1", "shipped/policy-pack-sample-tianjin.json"),
            new Document(
                    DocumentKind.POLICY_PACK,
                    "sample-beijing-draft",
                    "1",
                    "shipped/policy-pack-sample-beijing-draft.json"),
            new Document(
                    DocumentKind.IMPORT_MAPPING,
                    "service-requests",
                    "1",
                    "shipped/import-mapping-service-requests.json"),
            new Document(DocumentKind.IMPORT_MAPPING, "petitions", "1", "shipped/import-mapping-petitions.json"));

    private final Documents documents;
    private final DocumentDesk desk;

    Shipped(Documents documents, DocumentDesk desk) {
        this.documents = documents;
        this.desk = desk;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DOCUMENTS.forEach(document -> publish(document, Shipped.class));
    }

    /**
     * Publishes a document where there is none of its id yet.
     *
     * @param beside the class whose package holds the resource
     */
    public void publish(Document document, Class<?> beside) {
        if (!documents.shelf().versions(document.kind(), document.id()).isEmpty()) {
            return;
        }
        String commandId = UuidCreator.getNameBasedSha1(
                        NAMESPACE, document.kind().code() + '/' + document.id() + '/' + document.version())
                .toString();
        String content = text(document.resource(), beside);
        desk.publish(
                document.kind(),
                document.id(),
                document.version(),
                content,
                ALWAYS,
                null,
                new RequestMark(
                        new By(SYSTEM, null, Role.ADMINISTRATOR, null),
                        false,
                        commandId,
                        ContentHash.of(content),
                        true,
                        null,
                        SYSTEM,
                        commandId));
    }

    private static String text(String resource, Class<?> beside) {
        try (InputStream file = beside.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("No " + resource + " beside " + beside.getName());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A document that comes as a resource.
     *
     * @param resource its file, beside the class that publishes it
     */
    public record Document(DocumentKind kind, String id, String version, String resource) {}
}
