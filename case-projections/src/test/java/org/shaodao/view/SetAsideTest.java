package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.shaodao.view.CountingView.seen;
import static org.shaodao.view.CountingView.total;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.STREET;
import static org.shaodao.view.Facts.raised;
import static org.shaodao.view.Facts.sealed;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.IntakeEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One bad event stops its own case and no other, whatever kind of error it makes. */
class SetAsideTest {
    private final Town town = new Town();
    private final Set<UUID> bad = ConcurrentHashMap.newKeySet();
    private final UUID poisoned = UUID.randomUUID();

    @AfterEach
    void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_case_with_an_error_of_the_database_is_set_aside_and_the_rest_goes_on_until_it_is_tried_again() {
        ViewRegistry node = started((batch, jdbc) -> {
            if (concerns(batch)) {
                jdbc.sql("select 1 / 0").query(Integer.class).single();
            }
        });
        setAsideAndTriedAgain(node, "division by zero");
    }

    @Test
    void so_is_one_with_an_error_of_the_program() {
        ViewRegistry node = started((batch, jdbc) -> {
            if (concerns(batch)) {
                throw new StackOverflowError("deep");
            }
        });
        setAsideAndTriedAgain(node, "deep");
    }

    private void setAsideAndTriedAgain(ViewRegistry node, String error) {
        Views views = new Views(node);
        bad.add(poisoned);
        town.record(poisoned, raised(poisoned, "N-1", "subject", "leak"));
        for (int i = 0; i < 5; i++) {
            UUID other = UUID.randomUUID();
            town.record(other, raised(other, "N-" + other, "subject", "leak"));
        }
        soon().untilAsserted(() -> assertThat(node.setAside()).singleElement().satisfies(aside -> {
            assertThat(aside.caseId()).isEqualTo(poisoned);
            assertThat(aside.version()).isZero();
            assertThat(aside.error()).contains(error);
            assertThat(aside.attempts()).isEqualTo(1);
        }));
        town.record(poisoned, supplemented());
        UUID later = UUID.randomUUID();
        town.record(later, raised(later, "N-" + later, "subject", "leak"));
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(6));
        assertThat(node.status("counting").live().orElseThrow().failure()).isNull();

        assertThat(node.tryAgain("counting", poisoned)).isFalse();
        assertThat(node.setAside())
                .singleElement()
                .satisfies(aside -> assertThat(aside.attempts()).isEqualTo(2));
        bad.clear();
        assertThat(node.tryAgain("counting", poisoned)).isTrue();
        assertThat(node.setAside()).isEmpty();
        assertThat(seen(views)).isEqualTo(8);
        town.record(poisoned, supplemented());
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(9));
        assertThat(total(views)).isEqualTo(9);
        assertThat(node.tryAgain("counting", poisoned))
                .as("nothing is left to try")
                .isTrue();
    }

    @Test
    void while_a_case_is_tried_again_and_again_no_event_of_it_is_lost_or_told_twice() {
        ViewRegistry node = started((batch, jdbc) -> {
            if (concerns(batch)) {
                throw new IllegalStateException("not yet");
            }
        });
        Views views = new Views(node);
        bad.add(poisoned);
        town.record(poisoned, raised(poisoned, "N-1", "subject", "leak"));
        soon().until(() -> node.setAside().size() == 1);
        bad.clear();
        Thread writing = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 100; i++) {
                town.record(poisoned, supplemented());
            }
        });
        soon().until(() -> node.tryAgain("counting", poisoned) && !writing.isAlive());
        soon().untilAsserted(() -> assertThat(seen(views)).isEqualTo(101));
        assertThat(total(views)).isEqualTo(101);
    }

    @Test
    void where_no_case_passes_the_view_stands_still_rather_than_set_all_aside() {
        for (int i = 0; i < 20; i++) {
            bad.add(UUID.randomUUID());
        }
        bad.forEach(caseId -> town.record(caseId, raised(caseId, "N-" + caseId, "subject", "leak")));
        ViewRegistry node = started((batch, jdbc) -> {
            if (concerns(batch)) {
                throw new IllegalStateException("no table");
            }
        });
        soon().untilAsserted(() -> assertThat(
                        node.status("counting").building().orElseThrow().failure())
                .isNotNull()
                .satisfies(failure -> assertThat(failure.attempts()).isGreaterThan(2)));
        assertThat(node.setAside())
                .as("a batch that held one case alone could not know better")
                .hasSizeLessThan(10);
        bad.clear();
        Views views = new Views(node);
        // A round under way at this moment may find some cases wrong and others right.
        soon().until(() -> seen(views) + node.setAside().size() == 20);
        node.setAside()
                .forEach(aside ->
                        assertThat(node.tryAgain("counting", aside.caseId())).isTrue());
        assertThat(seen(views)).isEqualTo(20);
    }

    private boolean concerns(Batch batch) {
        return batch.events().stream().anyMatch(event -> bad.contains(event.caseId()));
    }

    private static IntakeEvent.Supplemented supplemented() {
        return new IntakeEvent.Supplemented(STREET, AT, sealed("more"), null);
    }

    private ViewRegistry started(BiConsumer<Batch, JdbcClient> trouble) {
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new CountingView().with(trouble)));
        node.start();
        return node;
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(20))
                .ignoreExceptions();
    }
}
