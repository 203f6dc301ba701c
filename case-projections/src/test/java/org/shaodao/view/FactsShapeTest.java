package org.shaodao.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.clocks.ClocksView;
import org.shaodao.history.HistoryView;
import org.shaodao.inbox.InboxView;

class FactsShapeTest {
    private static Town town;

    @BeforeAll
    static void openTown() {
        town = new Town();
        town.node("node", Town.QUICK, List.of(new InboxView(), new HistoryView(), new ClocksView()))
                .start();
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void the_shape_of_the_facts_names_every_record_within_them() {
        assertThat(FactsShape.of(CaseFacts.class, new TreeMap<>()))
                .containsKeys("CaseFacts", "Demand", "WhistleFacts", "DispatchFacts", "ClockFacts", "OutsideNumber")
                .containsEntry("OutsideNumber", "source String, number String, dueAt Instant");
    }

    @Test
    void no_two_views_have_a_table_of_the_same_name() {
        Set<String> shared = new TreeSet<>(town.tables("view_inbox_1"));
        assertThat(shared).hasSizeGreaterThan(2);

        for (String other : List.of("view_history_1", "view_clocks_1")) {
            Set<String> both = new TreeSet<>(shared);
            both.retainAll(town.tables(other));
            assertThat(both).isEmpty();
            shared.addAll(town.tables(other));
        }
    }
}
