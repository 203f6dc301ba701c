package org.shaodao.documents;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The JSON Schema of each kind of document, and what it says against a text in our own words. */
final class Schemas {
    private static final Map<DocumentKind, Schema> ALL = load();

    private Schemas() {}

    /** The schema of a kind, draft 2020-12, as it is given away. */
    static String text(DocumentKind kind) {
        String name = "schema/" + kind.code() + ".json";
        try (InputStream file = Schemas.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(DocumentKind kind, JsonNode root, Findings findings) {
        Objects.requireNonNull(ALL.get(kind)).validate(root).forEach(error -> say(error, findings));
    }

    private static Map<DocumentKind, Schema> load() {
        SchemaRegistryConfig pointers =
                SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, settings -> settings.schemaRegistryConfig(pointers));
        Map<DocumentKind, Schema> all = new EnumMap<>(DocumentKind.class);
        for (DocumentKind kind : DocumentKind.values()) {
            all.put(kind, registry.getSchema(text(kind)));
        }
        return all;
    }

    private static void say(Error error, Findings findings) {
        String at = error.getInstanceLocation().toString();
        JsonNode said = error.getSchemaNode();
        switch (error.getKeyword()) {
            case "required" -> findings.add(Pointer.to(at, error.getProperty()), "needed");
            case "additionalProperties" -> findings.add(Pointer.to(at, error.getProperty()), "unknown");
            case "type" -> findings.add(at, "json-type", words(said));
            case "enum" -> findings.add(at, "choice", words(said));
            case "pattern" -> findings.add(at, form(error));
            case "minimum" -> findings.add(at, "at-least", said.asString());
            case "maximum" -> findings.add(at, "at-most", said.asString());
            case "exclusiveMinimum" -> findings.add(at, "more-than", said.asString());
            case "exclusiveMaximum" -> findings.add(at, "less-than", said.asString());
            case "minItems", "minProperties" -> findings.add(at, "entries-at-least", said.asString());
            case "maxItems", "maxProperties" -> findings.add(at, "entries-at-most", said.asString());
            case "uniqueItems" -> findings.add(at, "entries-differ");
            default -> findings.add(at, "schema", String.valueOf(error.getMessage()));
        }
    }

    /** Every pattern belongs to a form with a name: the part of the schema that it stands in. */
    private static String form(Error error) {
        String[] way = error.getSchemaLocation().toString().split("/");
        return switch (way[way.length - 2]) {
            case "id" -> "document-id";
            case "version" -> "document-version";
            case "code" -> "code";
            case "date" -> "date";
            case "month" -> "month";
            case "time" -> "time-of-day";
            case "text" -> "one-line-long";
            default -> "one-line";
        };
    }

    private static Object words(JsonNode said) {
        return said.isArray()
                ? List.of(said.valueStream().map(JsonNode::asString).toArray())
                : said.asString();
    }
}
