package org.shaodao.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.history.Standing.Held;
import org.shaodao.history.Standing.Turn;

class StandingTest {
    private static final Instant START = Instant.parse("2026-11-20T01:00:00Z");
    private static final By STREET = new By("officer", "huayuan", Role.STREET, null);

    private final List<CaseEntry> history = new ArrayList<>();
    private final List<CaseDispatch> dispatches = new ArrayList<>();

    StandingTest() {
        happened("casefile.raised", Map.of("kind", "HELP"));
    }

    @Test
    void a_new_demand_is_in_the_hands_of_its_street() {
        assertThat(standing(CasePhase.RAISED))
                .isEqualTo(new Standing(Held.TO_DISPATCH, List.of("huayuan"), at(0), Map.of()));
    }

    @Test
    void units_that_owe_a_final_reply_hold_the_case_since_the_first_of_them_was_called() {
        dispatched(1, "heating", State.REPLIED);
        dispatched(2, "housing", State.ACKNOWLEDGED);
        dispatched(3, "water", State.SENT);
        happened("casefile.acknowledged", Map.of("dispatch", 2));
        happened("casefile.replied", Map.of("dispatch", 1, "kind", "FINAL"));
        Standing standing = standing(CasePhase.HANDLING);
        assertThat(standing.held()).isEqualTo(Held.AT_WORK);
        assertThat(standing.by()).containsExactly("housing", "water");
        assertThat(standing.since()).isEqualTo(at(2));
        assertThat(standing.turn(1)).isEqualTo(new Turn(at(1), at(5)));
        assertThat(standing.turn(2)).isEqualTo(new Turn(at(2), at(4)));
        assertThat(standing.turn(3)).isEqualTo(new Turn(at(3), at(3)));
    }

    @Test
    void an_interim_reply_changes_nothing_in_whose_hands_it_is() {
        dispatched(1, "heating", State.ACCEPTED);
        happened("casefile.accepted", Map.of("dispatch", 1));
        happened("casefile.replied", Map.of("dispatch", 1, "kind", "INTERIM"));
        assertThat(standing(CasePhase.HANDLING).turn(1)).isEqualTo(new Turn(at(1), at(2)));
    }

    @Test
    void work_sent_back_begins_another_turn() {
        dispatched(1, "heating", State.ACCEPTED);
        happened("casefile.replied", Map.of("dispatch", 1, "kind", "FINAL"));
        happened("casefile.rework-ordered", Map.of("dispatch", 1, "round", 2));
        Standing standing = standing(CasePhase.HANDLING);
        assertThat(standing.since()).isEqualTo(at(3));
        assertThat(standing.turn(1)).isEqualTo(new Turn(at(3), at(3)));
    }

    @Test
    void when_all_have_replied_it_is_the_streets_turn_to_verify() {
        dispatched(1, "heating", State.REPLIED);
        happened("casefile.replied", Map.of("dispatch", 1, "kind", "FINAL"));
        assertThat(standing(CasePhase.HANDLING).held()).isEqualTo(Held.TO_VERIFY);
        assertThat(standing(CasePhase.HANDLING).by()).containsExactly("huayuan");
        assertThat(standing(CasePhase.HANDLING).since()).isEqualTo(at(2));
    }

    @Test
    void a_verified_case_is_closed_by_its_street_and_a_closed_one_is_in_nobodys_hands() {
        happened("casefile.verified", Map.of());
        happened("casefile.followed-up", Map.of());
        assertThat(standing(CasePhase.VERIFIED).held()).isEqualTo(Held.TO_CLOSE);
        assertThat(standing(CasePhase.VERIFIED).since()).isEqualTo(at(1));
        happened("casefile.closed", Map.of());
        assertThat(standing(CasePhase.CLOSED)).isEqualTo(new Standing(Held.CLOSED, List.of(), at(3), Map.of()));
    }

    @Test
    void a_reopened_case_waits_for_its_street_to_have_somebody_work_again_not_to_verify() {
        dispatched(1, "heating", State.REPLIED);
        happened("casefile.replied", Map.of("dispatch", 1, "kind", "FINAL"));
        happened("casefile.verified", Map.of());
        happened("casefile.closed", Map.of());
        happened("casefile.reopened", Map.of());
        assertThat(standing(CasePhase.HANDLING).held()).isEqualTo(Held.REOPENED);
        assertThat(standing(CasePhase.HANDLING).by()).containsExactly("huayuan");
        assertThat(standing(CasePhase.HANDLING).since()).isEqualTo(at(5));

        dispatched(2, "water", State.REPLIED);
        happened("casefile.replied", Map.of("dispatch", 2, "kind", "FINAL"));
        assertThat(standing(CasePhase.HANDLING).held()).isEqualTo(Held.TO_VERIFY);
    }

    @Test
    void what_the_end_of_a_long_history_does_not_tell_is_left_open() {
        dispatched(1, "heating", State.SENT);
        history.clear();
        happened("casefile.replied", Map.of("dispatch", 1, "kind", "INTERIM"));
        assertThat(standing(CasePhase.HANDLING))
                .isEqualTo(new Standing(Held.AT_WORK, List.of("heating"), null, Map.of()));
        assertThat(standing(CasePhase.CLOSED)).isEqualTo(new Standing(Held.CLOSED, List.of(), null, Map.of()));
    }

    @Test
    void a_demand_that_was_not_accepted_is_in_nobodys_hands() {
        happened("casefile.not-accepted", Map.of("route", "LITIGATION"));
        assertThat(standing(CasePhase.NOT_ACCEPTED))
                .isEqualTo(new Standing(Held.NOT_ACCEPTED, List.of(), at(1), Map.of()));
    }

    private Standing standing(CasePhase phase) {
        CaseHeader header = new CaseHeader(
                UUID.fromString("0197d3a0-0000-7000-8000-000000000001"),
                "LX-2026-000001-5",
                "huayuan",
                DemandKind.HELP,
                Channel.HOTLINE,
                "heating/cold-home",
                "linxi/huayuan/dongmen",
                "暖气不热",
                phase,
                START,
                START,
                history.size() - 1,
                null,
                false,
                0,
                null,
                Set.of(),
                dispatches,
                List.of(),
                List.of(),
                List.of());
        return Standing.of(header, history);
    }

    private void dispatched(int number, String unit, State state) {
        dispatches.add(new CaseDispatch(number, unit, DispatchRole.LEAD, null, state, 1, null, false, false, false));
        happened("casefile.dispatched", Map.of("dispatch", number, "unit", unit));
    }

    /** One hour after what happened before. */
    private void happened(String event, Map<String, Object> facts) {
        Instant at = at(history.size());
        history.add(new CaseEntry(history.size(), event, at, at, STREET, facts, List.of()));
    }

    private static Instant at(int hour) {
        return START.plusSeconds(3600L * hour);
    }
}
