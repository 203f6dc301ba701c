package org.shaodao.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.shaodao.RunningProduct;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.problem.Problem;
import org.shaodao.web.RequestMark;

/** What is in force, on every node. */
class DocumentsTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant NEXT_CENTURY = Instant.parse("2101-01-01T00:00:00Z");

    private final RunningProduct product = RunningProduct.shared();
    private final EventStore events = product.bean(EventStore.class);
    private final DocumentDesk desk = product.bean(DocumentDesk.class);
    private final Documents here = product.bean(Documents.class);
    private final Documents elsewhere = new Documents(events, "default");

    @Test
    void what_is_published_here_is_in_force_at_once_and_elsewhere_within_about_a_second() {
        String id = id();
        assertThat(versionInForce(elsewhere, id, MARCH)).isNull();

        publish(id, "1", NEW_YEAR);

        assertThat(versionInForce(here, id, MARCH)).isEqualTo("1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(3))
                .untilAsserted(
                        () -> assertThat(versionInForce(elsewhere, id, MARCH)).isEqualTo("1"));
    }

    @Test
    void of_several_versions_the_one_with_the_latest_start_is_in_force_and_of_one_start_the_last_published() {
        String id = id();
        publish(id, "later", NEXT_CENTURY);
        publish(id, "first", NEW_YEAR);
        publish(id, "corrected", NEW_YEAR);

        assertThat(versionInForce(here, id, NEW_YEAR.minusMillis(1))).isNull();
        assertThat(versionInForce(here, id, NEW_YEAR)).isEqualTo("corrected");
        assertThat(versionInForce(here, id, NEXT_CENTURY.minusMillis(1))).isEqualTo("corrected");
        assertThat(versionInForce(here, id, NEXT_CENTURY)).isEqualTo("later");
    }

    @Test
    void without_its_policy_pack_an_installation_says_which_one_is_missing() {
        assertThatThrownBy(() -> new Documents(events, "nowhere").inForce(NEW_YEAR))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no-policy-pack {missing=nowhere}");
        assertThatThrownBy(() -> here.inForce(Instant.parse("1989-12-31T00:00:00Z")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("no-policy-pack {missing=default}");
    }

    @Test
    void nodes_that_start_at_once_publish_what_is_shipped_once() throws Exception {
        Shipped shipped = product.bean(Shipped.class);
        Shipped.Document document =
                new Shipped.Document(DocumentKind.DUTY_LIST, "shipped-twice", "1", "shipped-twice.json");
        Callable<Boolean> node = () -> {
            shipped.publish(document, DocumentsTest.class);
            return true;
        };
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var started : nodes.invokeAll(List.of(node, node, node, node))) {
                assertThat(started.get()).isTrue();
            }
        }
        assertThat(here.shelf().versions(DocumentKind.DUTY_LIST, "shipped-twice"))
                .hasSize(1);
    }

    @Test
    void amendments_of_one_registry_at_the_same_moment_all_stand_in_it() throws Exception {
        String id = id();
        List<Callable<Boolean>> amendments = List.of(amendment(id, "a"), amendment(id, "b"), amendment(id, "c"));
        try (var importers = Executors.newFixedThreadPool(3)) {
            for (var amended : importers.invokeAll(amendments)) {
                assertThat(amended.get()).isTrue();
            }
        }
        assertThat(here.registry(MARCH).categories().keySet()).contains(id + "/a", id + "/b", id + "/c");
        assertThat(here.shelf().versions(DocumentKind.REGISTRY, id)).hasSize(3);
    }

    private Callable<Boolean> amendment(String id, String category) {
        Registry more = Registry.of(
                List.of(),
                List.of(),
                List.of(),
                List.of(new Registry.Category(id + '/' + category, null, category, category)),
                List.of());
        return () -> {
            desk.amend(id, before -> Registry.union(List.of(before, more)), NEW_YEAR, version -> mark());
            return true;
        };
    }

    private void publish(String id, String version, Instant from) {
        String content =
                RunningProduct.JSON.writeValueAsString(Map.of("id", id, "version", version, "entries", List.of()));
        desk.publish(DocumentKind.DUTY_LIST, id, version, content, from, null, mark());
    }

    private static String versionInForce(Documents documents, String id, Instant at) {
        return documents.inForce(at).dutyList().refs().stream()
                .filter(ref -> ref.id().equals(id))
                .map(VersionRef::version)
                .findFirst()
                .orElse(null);
    }

    private static String id() {
        return "t-" + UUID.randomUUID().toString().substring(0, 30);
    }

    private static RequestMark mark() {
        String request = UUID.randomUUID().toString();
        return new RequestMark(
                new By("account-9", null, Role.ADMINISTRATOR, null),
                true,
                request,
                request,
                true,
                null,
                "api",
                request);
    }
}
