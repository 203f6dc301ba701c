package org.shaodao.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.STREET;
import static org.shaodao.view.Facts.acknowledged;
import static org.shaodao.view.Facts.dispatched;
import static org.shaodao.view.Facts.raisedIn;
import static org.shaodao.view.Facts.replied;
import static org.shaodao.view.Facts.sealed;
import static org.shaodao.view.Facts.unit;
import static org.shaodao.view.Facts.verified;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CommitmentEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.ParkingEvent;
import org.shaodao.casefile.SupervisionEvent;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

class BoardTest {
    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private static Town town;
    private static Board board;

    private final UUID caseId = UUID.randomUUID();
    private final String street = "street-" + caseId;
    private final String lead = "lead-" + caseId;

    @BeforeAll
    static void openTown() {
        town = new Town();
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new BoardView()));
        node.start();
        board = new Board(new Views(node));
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_parked_case_is_listed_with_its_lead_and_struck_off_by_whatever_ends_the_stop() {
        work();
        NotOlderThan parked = record(new ParkingEvent.Parked(STREET, AT, "project", DAY, null));
        assertThat(items(BoardState.OPEN, parked)).singleElement().satisfies(item -> {
            assertThat(item.listing()).isEqualTo(Listing.PARKED);
            assertThat(item.owner()).isEqualTo(lead);
            assertThat(item.evidence()).isNull();
        });

        NotOlderThan resumed = record(new ParkingEvent.Resumed(STREET, AT, sealed("reason")));
        assertThat(items(BoardState.OPEN, resumed)).isEmpty();
        assertThat(items(BoardState.STRUCK_OFF, resumed)).singleElement().satisfies(item -> {
            assertThat(item.evidence()).isEqualTo(resumed.version());
            assertThat(item.endedAt()).isNotNull();
        });

        NotOlderThan again = record(new ParkingEvent.Parked(STREET, AT, "project", DAY, null));
        assertThat(counts(again)).isEqualTo(Map.of(BoardState.OPEN, 1L, BoardState.STRUCK_OFF, 1L));
    }

    @Test
    void a_promise_is_struck_off_by_its_proof_and_fails_when_it_is_broken() {
        work();
        record(
                new CommitmentEvent.CommitmentMade(unit(lead), AT, 1, lead, sealed("what"), DAY),
                new CommitmentEvent.CommitmentMade(unit(lead), AT, 2, lead, sealed("what"), DAY));
        NotOlderThan kept = record(new CommitmentEvent.CommitmentKept(unit(lead), AT, 1, lead, sealed("proof")));
        assertThat(items(BoardState.STRUCK_OFF, kept)).singleElement().satisfies(item -> {
            assertThat(item.number()).isEqualTo(1);
            assertThat(item.evidence()).isEqualTo(kept.version());
        });
        NotOlderThan broken = record(new CommitmentEvent.CommitmentBroken(STREET, AT, 2, lead, sealed("reason")));
        assertThat(counts(broken)).isEqualTo(Map.of(BoardState.FAILED, 1L, BoardState.STRUCK_OFF, 1L));
        assertThat(board.page(new BoardQuery(null, lead, Listing.COMMITMENT, BoardState.FAILED, null, 5), broken)
                        .items())
                .hasSize(1);
    }

    @Test
    void an_order_is_struck_off_by_the_report_and_fails_without_one_when_the_work_is_over() {
        work();
        record(ordered());
        NotOlderThan reported =
                record(new SupervisionEvent.SupervisionReported(unit(lead), AT, 1, lead, sealed("report")));
        assertThat(counts(reported)).isEqualTo(Map.of(BoardState.STRUCK_OFF, 1L));
        record(ordered());
        NotOlderThan over = record(replied(1, lead), verified());
        assertThat(counts(over)).isEqualTo(Map.of(BoardState.FAILED, 1L, BoardState.STRUCK_OFF, 1L));
    }

    private CaseEvent ordered() {
        return new SupervisionEvent.SupervisionOrdered(
                STREET, AT, 1, lead, null, null, null, null, sealed("instruction"));
    }

    private void work() {
        record(raisedIn(street, caseId, AT), dispatched(1, null, lead, DispatchRole.LEAD, AT), acknowledged(1, lead));
    }

    private NotOlderThan record(CaseEvent... events) {
        return town.record(caseId, events);
    }

    private List<BoardRow> items(BoardState state, @Nullable NotOlderThan minimum) {
        return page(state, minimum).items();
    }

    private Map<BoardState, Long> counts(NotOlderThan minimum) {
        return page(BoardState.OPEN, minimum).counts();
    }

    private BoardPage page(BoardState state, @Nullable NotOlderThan minimum) {
        return board.page(new BoardQuery(street, null, null, state, null, 10), minimum);
    }
}
