package org.shaodao.disputes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.STREET;
import static org.shaodao.view.Facts.dispatched;
import static org.shaodao.view.Facts.raised;
import static org.shaodao.view.Facts.sealed;
import static org.shaodao.view.Facts.unit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

class DisputesTest {
    private static Town town;
    private static ViewRegistry node;
    private static Disputes disputes;

    private final String unit = "unit-" + UUID.randomUUID();
    private final String category = "category-" + UUID.randomUUID();

    @BeforeAll
    static void openTown() {
        town = new Town();
        node = town.node("node", Town.QUICK, List.of(new DisputesView()));
        node.start();
        disputes = new Disputes(new Views(node));
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_dispute_is_listed_while_somebody_is_to_answer_for_the_unit_and_whoever_it_suggested() {
        UUID answered = handedBack();
        town.record(answered, new DisputeEvent.HandBackAgreed(STREET, AT, 1, unit));
        UUID waiting = handedBack();
        town.record(waiting, new DisputeEvent.DisputeReferred(STREET, AT, 1, unit));

        assertThat(open("street-1", unit)).singleElement().satisfies(row -> {
            assertThat(row.caseId()).isEqualTo(waiting);
            assertThat(row.state()).isEqualTo(DisputeFacts.State.REFERRED);
            assertThat(row.suggested()).isEqualTo("other-" + unit);
        });
        assertThat(open(null, "other-" + unit)).hasSize(1);
        assertThat(open("street-2", unit)).isEmpty();
    }

    @Test
    void a_ruling_is_found_by_what_it_is_about() {
        UUID ruled = ruled();

        assertThat(precedents(category, List.of("grid-7", "elsewhere"), "not-our-duty"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.caseId()).isEqualTo(ruled);
                    assertThat(row.responsible()).isEqualTo("other-" + unit);
                    assertThat(row.headnote()).isEqualTo("headnote");
                });
        assertThat(precedents(category + "/below", null, null)).isEmpty();
        assertThat(precedents(category, List.of(), null)).isEmpty();
        assertThat(precedents(category, null, "duplicate")).isEmpty();
        assertThat(open(null, unit)).isEmpty();
        assertThat(disputes.precedent(ruled, 1, null)).isPresent();
        assertThat(disputes.precedent(ruled, 2, null)).isEmpty();
    }

    @Test
    void pages_follow_each_other_the_last_ruling_first() {
        List<UUID> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(ruled());
        }
        List<UUID> found = new ArrayList<>();
        DisputeCursor after = null;
        caughtUp();
        do {
            DisputePage<PrecedentRow> page = disputes.precedents(new PrecedentQuery(category, null, null, after, 2));
            page.rows().forEach(row -> found.add(row.caseId()));
            after = page.next() == null
                    ? null
                    : DisputeCursor.decode(page.next().encode());
        } while (after != null);

        assertThat(found).containsExactlyInAnyOrderElementsOf(expected).doesNotHaveDuplicates();
    }

    private UUID handedBack() {
        UUID caseId = UUID.randomUUID();
        town.record(
                caseId,
                raised(caseId, "N-" + caseId, "subject", category),
                dispatched(1, null, unit, DispatchRole.LEAD, AT),
                new DisputeEvent.HandedBack(unit(unit), AT, 1, unit, "not-our-duty", sealed("law"), "other-" + unit));
        return caseId;
    }

    private UUID ruled() {
        UUID caseId = handedBack();
        CaseEvent ruling = new DisputeEvent.DisputeRuled(
                STREET, AT, 1, unit, true, "other-" + unit, sealed("reasons"), "headnote", true);
        town.record(caseId, new DisputeEvent.DisputeReferred(STREET, AT, 1, unit), ruling);
        return caseId;
    }

    private static List<DisputeRow> open(@Nullable String street, @Nullable String unit) {
        caughtUp();
        return disputes.open(street, unit, null, 50).rows();
    }

    private static List<PrecedentRow> precedents(
            @Nullable String category, @Nullable List<String> places, @Nullable String ground) {
        caughtUp();
        return disputes.precedents(new PrecedentQuery(category, places, ground, null, 50))
                .rows();
    }

    private static void caughtUp() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        node.status("disputes").live().orElseThrow().progress().lag() == 0);
    }
}
