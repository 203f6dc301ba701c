package org.shaodao.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.acknowledged;
import static org.shaodao.view.Facts.clocks;
import static org.shaodao.view.Facts.closed;
import static org.shaodao.view.Facts.deadlineMissed;
import static org.shaodao.view.Facts.dispatched;
import static org.shaodao.view.Facts.followedUp;
import static org.shaodao.view.Facts.raisedIn;
import static org.shaodao.view.Facts.replied;
import static org.shaodao.view.Facts.sealed;
import static org.shaodao.view.Facts.unit;
import static org.shaodao.view.Facts.verified;
import static org.shaodao.view.Facts.whistle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.ParkingEvent;
import org.shaodao.console.CalledUnit.Standing;
import org.shaodao.view.Facts;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

class ConsoleTest {
    private static Town town;
    private static Console console;

    private final UUID caseId = UUID.randomUUID();
    private final String street = "street-" + caseId;
    private final String lead = "lead-" + caseId;
    private final String helper = "helper-" + caseId;

    @BeforeAll
    static void openTown() {
        town = new Town();
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new ConsoleView()));
        node.start();
        console = new Console(new Views(node), ZoneId.of("Asia/Shanghai"));
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_case_goes_from_tab_to_tab_as_it_waits_for_one_step_after_the_other() {
        assertThat(counts(record(raisedIn(street, caseId, AT)))).isEqualTo(Map.of(ConsoleTab.NEW, 1L));
        assertThat(counts(record(
                        whistle(1),
                        dispatched(1, 1, lead, DispatchRole.LEAD, AT),
                        dispatched(2, 1, helper, DispatchRole.ASSISTING, AT))))
                .isEqualTo(Map.of(ConsoleTab.NOT_COME, 1L));
        assertThat(counts(record(acknowledged(1, lead), acknowledged(2, helper))))
                .isEmpty();
        assertThat(counts(record(replied(1, lead), replied(2, helper)))).isEqualTo(Map.of(ConsoleTab.TO_VERIFY, 1L));
        assertThat(counts(record(verified()))).isEqualTo(Map.of(ConsoleTab.TO_FOLLOW_UP, 1L));
        assertThat(counts(record(followedUp()))).isEqualTo(Map.of(ConsoleTab.TO_CLOSE, 1L));
        assertThat(counts(record(closed()))).isEqualTo(Map.of(ConsoleTab.CLOSED, 1L));
    }

    @Test
    void a_call_says_of_each_unit_how_far_it_has_come_and_until_when_it_should() {
        Instant due = AT.plusSeconds(900);
        NotOlderThan now = record(
                raisedIn(street, caseId, AT),
                whistle(1),
                dispatched(1, 1, lead, DispatchRole.LEAD, AT),
                dispatched(2, 1, helper, DispatchRole.ASSISTING, AT),
                clocks(1, lead, due),
                deadlineMissed(1, lead, due),
                acknowledged(2, helper));

        ConsoleRow row = rows(ConsoleTab.NOT_COME, now).getFirst();
        assertThat(row.whistleKind()).isEqualTo("resident-demand");
        assertThat(row.dueAt()).isEqualTo(due);
        assertThat(row.missed()).isTrue();
        assertThat(row.desk()).isEqualTo(ConsoleDesk.STREET);
        assertThat(row.units())
                .extracting(CalledUnit::unit, CalledUnit::standing)
                .containsExactly(tuple(lead, Standing.NOT_ACKNOWLEDGED), tuple(helper, Standing.AT_WORK));
    }

    @Test
    void whoever_disputes_the_call_is_not_waited_for_but_the_answer_of_the_street_is_and_then_the_ruling() {
        NotOlderThan handedBack = record(
                raisedIn(street, caseId, AT),
                dispatched(1, null, lead, DispatchRole.LEAD, AT),
                new DisputeEvent.HandedBack(unit(lead), AT, 1, lead, "not-our-duty", sealed("legalBasis"), null));
        assertThat(counts(handedBack)).isEqualTo(Map.of(ConsoleTab.HAND_BACKS, 1L));

        record(new DisputeEvent.HandBackRefused(Facts.STREET, AT, 1, lead, sealed("reason")));
        NotOlderThan referred = record(new DisputeEvent.DisputeReferred(Facts.STREET, AT, 1, lead));
        assertThat(counts(referred)).isEqualTo(Map.of(ConsoleTab.RULINGS, 1L));
        assertThat(district(ConsoleTab.RULINGS, referred))
                .extracting(ConsoleRow::caseId)
                .contains(caseId);
    }

    @Test
    void what_the_district_decides_stands_on_both_desks_until_it_has() {
        record(raisedIn(street, caseId, AT), dispatched(1, null, lead, DispatchRole.LEAD, AT), acknowledged(1, lead));
        NotOlderThan proposed = record(new ParkingEvent.ParkingProposed(
                Facts.STREET, AT, "project", LocalDate.parse("2026-06-01"), sealed("reason")));
        assertThat(rows(ConsoleTab.DECISIONS, proposed)).singleElement().satisfies(row -> {
            assertThat(row.waiting()).isEqualTo(Waiting.PARKING);
            assertThat(row.desk()).isEqualTo(ConsoleDesk.DISTRICT);
        });
        assertThat(district(ConsoleTab.DECISIONS, proposed))
                .extracting(ConsoleRow::caseId)
                .contains(caseId);

        NotOlderThan parked =
                record(new ParkingEvent.Parked(Facts.STREET, AT, "project", LocalDate.parse("2026-06-01"), null));
        assertThat(counts(parked)).isEmpty();
    }

    @Test
    void a_tab_is_read_page_by_page_and_each_row_once() {
        List<UUID> raised = new ArrayList<>();
        NotOlderThan last = null;
        for (int i = 0; i < 5; i++) {
            UUID id = UUID.randomUUID();
            last = town.record(id, raisedIn(street, id, AT));
            raised.add(id);
        }
        for (UUID id : raised) {
            console.of(id, new NotOlderThan(id, 0));
        }
        List<UUID> read = new ArrayList<>();
        @Nullable ConsoleCursor after = null;
        do {
            ConsolePage page = console.page(new ConsoleQuery(street, ConsoleTab.NEW, after, 2), last);
            page.rows().forEach(row -> read.add(row.caseId()));
            after = page.next() == null
                    ? null
                    : ConsoleCursor.decode(page.next().encode());
        } while (after != null);
        assertThat(read).containsExactlyInAnyOrderElementsOf(raised);
    }

    @Test
    void the_morning_sheet_tells_what_is_due_today_who_has_not_come_and_what_nobody_has_moved_on() {
        Instant now = Instant.parse("2026-03-01T23:00:00Z"); // seven in the morning of the second
        Instant due = now.plusSeconds(3600);
        NotOlderThan recorded = record(
                raisedIn(street, caseId, AT), dispatched(1, null, lead, DispatchRole.LEAD, AT), clocks(1, lead, due));
        rows(ConsoleTab.NOT_COME, recorded);

        MorningSheet sheet = console.morningSheet(street, now, 10);
        assertThat(sheet.dueToday()).singleElement().satisfies(row -> {
            assertThat(row.dueAt()).isEqualTo(due);
            assertThat(row.unit()).isEqualTo(lead);
        });
        assertThat(sheet.notCome()).extracting(ConsoleRow::caseId).containsExactly(caseId);
        assertThat(sheet.more()).isFalse();
        assertThat(console.morningSheet(street, now.minusSeconds(172_800), 10).dueToday())
                .isEmpty();
    }

    private NotOlderThan record(CaseEvent... events) {
        return town.record(caseId, events);
    }

    private List<ConsoleRow> rows(ConsoleTab tab, NotOlderThan minimum) {
        return console.page(new ConsoleQuery(street, tab, null, 10), minimum).rows();
    }

    private static List<ConsoleRow> district(ConsoleTab tab, NotOlderThan minimum) {
        return console.page(new ConsoleQuery(null, tab, null, ConsoleQuery.MOST), minimum)
                .rows();
    }

    private Map<ConsoleTab, Long> counts(NotOlderThan minimum) {
        return console.page(new ConsoleQuery(street, ConsoleTab.NEW, null, 1), minimum)
                .counts();
    }
}
