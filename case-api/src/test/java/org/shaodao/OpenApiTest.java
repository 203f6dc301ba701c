package org.shaodao;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.GeneratedDocument;
import org.shaodao.casefile.PairCommand;
import org.shaodao.casefile.Records;
import org.shaodao.fact.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the API says of itself is committed, and complete enough to write a client from. */
class OpenApiTest {
    /** Steps that nobody asks for over HTTP. */
    private static final Set<String> OF_THE_PRODUCT = Set.of(
            "note-missed-deadline", "revise-deadlines", "put-forward-for-reopening", "open-rungs", "refer-dispute");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode description = Town.accepted(Town.shared().auditor().get("/api/v1/openapi"));

    @Test
    void the_committed_description_is_the_one_the_product_gives() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        JsonMapper sorted = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .defaultPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                .build();
        Object plain = sorted.treeToValue(description, Object.class);

        GeneratedDocument.matches("openapi.json", sorted.writeValueAsString(plain) + "\n");
    }

    @Test
    void it_is_openapi_3_1_of_version_1_at_whatever_address_it_is_served() {
        assertThat(description.get("openapi").asString()).startsWith("3.1.");
        assertThat(description.get("info").get("version").asString()).isEqualTo("v1");
        assertThat(description.get("servers")).hasSize(1);
        assertThat(description.get("servers").get(0).get("url").asString()).isEqualTo("/");
    }

    @Test
    void every_operation_has_a_name_a_summary_security_and_says_what_a_problem_looks_like() {
        assertThat(operations()).hasSizeGreaterThan(25);
        List<String> names = new ArrayList<>();
        operations().forEach((address, operation) -> {
            names.add(operation.path("operationId").asString());
            assertThat(operation.path("operationId").asString()).as(address).matches("[a-z]+(-[a-z]+)*");
            assertThat(operation.path("summary").asString()).as(address).isNotBlank();
            assertThat(operation.path("tags")).as(address).hasSize(1);
            JsonNode security = operation.has("security") ? operation.get("security") : description.path("security");
            assertThat(security).as(address).isNotEmpty();
            JsonNode problem = operation
                    .path("responses")
                    .path("default")
                    .path("content")
                    .path("application/problem+json")
                    .path("schema");
            assertThat(problem.path("$ref").asString()).as(address).isEqualTo("#/components/schemas/Problem");
        });
        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void every_step_of_a_case_is_an_operation_and_nothing_else_is_done_to_cases() {
        Set<String> steps = Records.steps();
        assertThat(steps).hasSizeGreaterThan(10);
        OF_THE_PRODUCT.forEach(own -> assertThat(steps.remove(own)).as(own).isTrue());
        List.of(
                        "merge-into",
                        "join-duplicate",
                        "leave-survivor",
                        "release-duplicate",
                        "raise-part",
                        "split-off",
                        "link-to")
                .forEach(half -> assertThat(steps.remove(half)).as(half).isTrue());
        Records.of(PairCommand.class).forEach(pair -> steps.add(Refusal.kebab(pair)));
        Set<String> operations = new TreeSet<>();
        operations().forEach((address, operation) -> {
            if (address.startsWith("post /api/v1/cases")) {
                operations.add(operation.path("operationId").asString());
            }
        });
        List<String> others = List.of("erase", "upload-for-case");
        assertThat(operations).containsAll(others);
        others.forEach(operations::remove);
        assertThat(operations).isEqualTo(steps);
    }

    @Test
    void every_address_is_described_with_the_status_of_its_success_and_no_other() {
        Map<String, Set<Integer>> successes = new TreeMap<>();
        WhoMayTable.expected().forEach((address, heard) -> {
            TreeSet<Integer> statuses = new TreeSet<>(heard.values());
            statuses.removeIf(status -> status >= 400);
            if (statuses.isEmpty()) {
                statuses.add(200); // the street's own community's alone, or another system's
            }
            successes.put(address, statuses);
        });
        successes.keySet().removeIf(address -> address.startsWith("GET /api/v1/openapi"));
        Map<String, Set<Integer>> described = new TreeMap<>();
        operations().forEach((address, operation) -> {
            TreeSet<Integer> statuses = new TreeSet<>();
            operation.path("responses").propertyNames().stream()
                    .filter(status -> !status.equals("default"))
                    .forEach(status -> statuses.add(Integer.valueOf(status)));
            described.put(mapped(address), statuses);
        });

        assertThat(described).isEqualTo(successes);
    }

    @Test
    void the_code_of_a_resident_is_described_where_it_opens_something_and_nowhere_else() {
        Set<String> open = new TreeSet<>();
        WhoMayTable.expected().forEach((address, heard) -> {
            if (heard.get(WhoMayTable.RESIDENT) < 400) {
                open.add(address);
            }
        });
        Set<String> described = new TreeSet<>();
        operations().forEach((address, operation) -> {
            if (operation.path("security").findValue("code") != null) {
                described.add(mapped(address));
            }
        });

        assertThat(described).hasSizeGreaterThan(3).isEqualTo(open);
        assertThat(description.at("/components/securitySchemes/code/name").asString())
                .isEqualTo("Authorization");
    }

    @Test
    void whatever_is_sent_or_answered_says_its_media_type_and_its_shape() {
        operations().forEach((address, operation) -> {
            if (address.startsWith("put ")) {
                assertThat(operation.has("requestBody")).as(address).isTrue();
            }
            List<JsonNode> contents = new ArrayList<>();
            operation.findValues("content", contents);
            contents.forEach(content -> content.properties().forEach(each -> {
                assertThat(each.getKey())
                        .as(address)
                        .isIn(
                                "application/json",
                                "application/problem+json",
                                "text/csv",
                                "multipart/form-data",
                                "application/octet-stream");
                assertThat(each.getValue().path("schema")).as(address).isNotEmpty();
            }));
        });
    }

    @Test
    void no_two_shapes_share_a_name() {
        Map<String, Class<?>> shapes = new TreeMap<>();
        Set<Class<?>> seen = new HashSet<>();
        for (HandlerMethod method : new HashSet<>(Town.shared().api().values())) {
            collect(ResolvableType.forMethodReturnType(method.getMethod()), shapes, seen);
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestBody.class)) {
                    collect(ResolvableType.forMethodParameter(parameter), shapes, seen);
                }
            }
        }
        assertThat(shapes).hasSizeGreaterThan(30);
        assertThat(new TreeSet<>(description.at("/components/schemas").propertyNames()))
                .as("and every one of them is described")
                .containsAll(shapes.keySet());
    }

    private static void collect(ResolvableType type, Map<String, Class<?>> shapes, Set<Class<?>> seen) {
        for (ResolvableType generic : type.getGenerics()) {
            collect(generic, shapes, seen);
        }
        Class<?> shape = type.toClass();
        if (shape.isRecord() && seen.add(shape)) {
            Schema schema = shape.getAnnotation(Schema.class);
            Class<?> other = shapes.put(
                    schema == null || schema.name().isEmpty() ? shape.getSimpleName() : schema.name(), shape);
            assertThat(other).as("%s has a name of its own", shape).isNull();
            for (RecordComponent component : shape.getRecordComponents()) {
                collect(ResolvableType.forMethodReturnType(component.getAccessor()), shapes, seen);
            }
        }
    }

    @Test
    void every_step_takes_an_idempotency_key_an_officer_and_a_version() {
        operations().forEach((address, operation) -> {
            Set<String> headers = new TreeSet<>();
            operation.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asString().equals("header")) {
                    headers.add(parameter.path("name").asString());
                }
            });
            boolean step = address.startsWith("post /api/v1/cases")
                            && !address.endsWith("/erasure")
                            && !address.endsWith("/attachments")
                    || address.startsWith("put /api/v1/documents")
                    || address.startsWith("put /api/v1/sla/periods");
            assertThat(headers)
                    .as(address)
                    .isEqualTo(
                            step
                                    ? Set.of("Idempotency-Key", "If-Match", "Shaodao-Officer")
                                    : address.endsWith("/contact-card") ? Set.of("Shaodao-Officer") : Set.of());
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> references = new ArrayList<>();
        description.findValuesAsString("$ref", references);
        assertThat(references).isNotEmpty();
        for (String reference : references) {
            assertThat(reference).startsWith("#/components/schemas/");
            assertThat(description.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse();
        }
    }

    /** The address of an operation as the table of who may has it. */
    private static String mapped(String operation) {
        int space = operation.indexOf(' ');
        return operation.substring(0, space).toUpperCase(Locale.ROOT) + operation.substring(space);
    }

    private TreeMap<String, JsonNode> operations() {
        TreeMap<String, JsonNode> operations = new TreeMap<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> operations.put(each.getKey() + " " + path.getKey(), each.getValue())));
        return operations;
    }
}
