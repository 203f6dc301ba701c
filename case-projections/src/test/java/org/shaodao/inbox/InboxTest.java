package org.shaodao.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.accepted;
import static org.shaodao.view.Facts.acknowledged;
import static org.shaodao.view.Facts.clocks;
import static org.shaodao.view.Facts.closed;
import static org.shaodao.view.Facts.deadlineMissed;
import static org.shaodao.view.Facts.dispatched;
import static org.shaodao.view.Facts.followedUp;
import static org.shaodao.view.Facts.interim;
import static org.shaodao.view.Facts.notAccepted;
import static org.shaodao.view.Facts.raised;
import static org.shaodao.view.Facts.reopened;
import static org.shaodao.view.Facts.replied;
import static org.shaodao.view.Facts.reworkOrdered;
import static org.shaodao.view.Facts.sealed;
import static org.shaodao.view.Facts.unit;
import static org.shaodao.view.Facts.verified;
import static org.shaodao.view.Facts.whistle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.DisputeEvent;
import org.shaodao.casefile.DisputeFacts;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.view.Columns;
import org.shaodao.view.MalformedCursor;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.RandomCases;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

class InboxTest {
    private static final String FULL = "full-bureau";

    private static final Instant LATER = AT.plusSeconds(60);

    /** Clocks of these tests are due while they run as seen from here. */
    private static final Clock CLOCK = Clock.fixed(LATER, ZoneOffset.UTC);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static Town town;
    private static ViewRegistry node;
    private static Views views;
    private static Inbox inbox;

    private final UUID caseId = UUID.randomUUID();
    private final String unit = "unit-" + caseId;
    private final String helper = "helper-" + caseId;

    @BeforeAll
    static void openTown() {
        town = new Town();
        node = town.node("node", Town.QUICK, List.of(new InboxView()));
        node.start();
        views = new Views(node);
        inbox = new Inbox(views, CLOCK, ZONE);
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    @Test
    void a_whistle_puts_a_dispatch_into_the_inbox_of_every_unit_called() {
        NotOlderThan now = record(
                raised(caseId, "N1", "漏水", "leak"),
                whistle(1),
                dispatched(1, 1, unit, DispatchRole.LEAD, LATER),
                dispatched(2, 1, helper, DispatchRole.ASSISTING, LATER));

        InboxRow row = row(unit, caseId, 1, now).orElseThrow();

        assertThat(row)
                .isEqualTo(new InboxRow(
                        caseId,
                        1,
                        unit,
                        DispatchRole.LEAD,
                        InboxTab.TO_ACKNOWLEDGE,
                        DispatchFacts.State.SENT,
                        true,
                        null,
                        null,
                        1,
                        1,
                        null,
                        "N1",
                        "street-1",
                        DemandKind.COMPLAINT,
                        "leak",
                        "grid-7",
                        "漏水",
                        LATER,
                        null,
                        null,
                        false,
                        false,
                        0,
                        0,
                        0,
                        row.recordedAt(),
                        row.recordedAt(),
                        3));
        assertThat(row.recordedAt()).isNotEqualTo(LATER);
        assertThat(counts(unit)).isEqualTo(counted(1, 0, 0));
        assertThat(counts(helper)).isEqualTo(counted(1, 0, 0));
        assertThat(row(helper, caseId, 1, now)).as("another unit's").isEmpty();
    }

    @Test
    void a_row_says_what_is_due_next_and_whether_it_was_missed() {
        Instant due = LATER.plusSeconds(900);
        record(
                raised(caseId, "N8", "s", "leak"),
                dispatched(1, null, unit, DispatchRole.LEAD, LATER),
                clocks(1, unit, due));

        InboxRow late = after(deadlineMissed(1, unit, due));
        assertThat(late.clock()).isEqualTo(ClockKind.ACKNOWLEDGEMENT);
        assertThat(late.dueAt()).isEqualTo(due);
        assertThat(late.missed()).isTrue();
        InboxRow inHand = after(acknowledged(1, unit));
        assertThat(inHand.clock()).isEqualTo(ClockKind.HANDLING);
        assertThat(inHand.dueAt()).isEqualTo(due.plusSeconds(86_400));
        assertThat(inHand.missed()).isFalse();
        assertThat(after(replied(1, unit)).dueAt()).isNull();
    }

    @Test
    void what_is_due_is_in_the_tab_of_its_time_too() {
        NotOlderThan now = record(
                raised(caseId, "N9", "s", "leak"),
                dispatched(1, null, unit, DispatchRole.LEAD, LATER),
                clocks(1, unit, LATER.plusSeconds(900)),
                dispatched(2, null, helper, DispatchRole.ASSISTING, LATER),
                clocks(2, helper, LATER.minusSeconds(1)));

        assertThat(inbox.page(InboxQuery.of(unit, InboxTab.DUE_SOON, 10), now).rows())
                .extracting(InboxRow::tab)
                .containsExactly(InboxTab.TO_ACKNOWLEDGE);
        assertThat(inbox.page(InboxQuery.of(unit, InboxTab.OVERDUE, 10), now).rows())
                .isEmpty();
        assertThat(inbox.page(InboxQuery.of(helper, InboxTab.OVERDUE, 10), now).rows())
                .hasSize(1);
        assertThat(counts(unit)).isEqualTo(new InboxCounts(1, 0, 0, 1, 0, 0, 1, 0));
        assertThat(counts(helper)).isEqualTo(new InboxCounts(1, 0, 0, 0, 1, 0, 1, 0));
        InboxRow row = row(unit, caseId, 1, now).orElseThrow();
        assertThat(inbox.isIn(InboxTab.DUE_SOON, row)).isTrue();
        assertThat(inbox.isIn(InboxTab.OVERDUE, row)).isFalse();
        assertThat(inbox.isIn(InboxTab.TO_ACKNOWLEDGE, row)).isTrue();
    }

    @Test
    void what_was_handed_back_is_disputed_until_somebody_says_who_must_act() {
        record(raised(caseId, "N10", "s", "leak"), dispatched(1, null, unit, DispatchRole.LEAD, LATER));

        InboxRow disputed =
                after(new DisputeEvent.HandedBack(unit(unit), LATER, 1, unit, "not-our-duty", sealed("三定方案"), null));

        assertThat(disputed.tab()).isEqualTo(InboxTab.DISPUTED);
        assertThat(disputed.state()).isEqualTo(DispatchFacts.State.ACKNOWLEDGED);
        assertThat(disputed.dispute()).isEqualTo(DisputeFacts.State.HANDED_BACK);
        assertThat(counts(unit)).isEqualTo(new InboxCounts(0, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void a_case_concerns_the_units_called_and_the_street_that_runs_it() {
        NotOlderThan now =
                record(raised(caseId, "N11", "s", "leak"), dispatched(1, null, unit, DispatchRole.LEAD, LATER));

        assertThat(inbox.concerned(now)).containsExactlyInAnyOrder(unit, "street-1");
        assertThat(inbox.rows(caseId, unit, now)).hasSize(1);
        assertThat(inbox.rows(caseId, helper, now)).isEmpty();
    }

    @Test
    void a_direct_dispatch_has_no_whistle() {
        NotOlderThan now =
                record(raised(caseId, "N2", "s", "leak"), dispatched(1, null, unit, DispatchRole.LEAD, LATER));

        assertThat(row(unit, caseId, 1, now).orElseThrow().whistle()).isNull();
    }

    @Test
    void a_case_that_was_not_accepted_is_in_nobodys_inbox() {
        record(raised(caseId, "N3", "s", "leak"), notAccepted());
        UUID other = UUID.randomUUID();
        NotOlderThan now = town.record(
                other, raised(other, "N4", "s", "leak"), dispatched(1, null, unit, DispatchRole.LEAD, LATER));
        settled();

        assertThat(inbox.page(InboxQuery.of(unit, InboxTab.TO_ACKNOWLEDGE, 10), null)
                        .rows())
                .extracting(InboxRow::caseId)
                .containsExactly(other);
    }

    @Test
    void the_units_steps_move_its_dispatch_and_no_other() {
        record(
                raised(caseId, "N5", "s", "leak"),
                dispatched(1, null, unit, DispatchRole.LEAD, LATER),
                dispatched(2, null, helper, DispatchRole.ASSISTING, LATER));

        assertThat(after(acknowledged(1, unit)).tab()).isEqualTo(InboxTab.IN_HAND);
        InboxRow accepted = after(accepted(1, unit));
        assertThat(accepted.tab()).isEqualTo(InboxTab.IN_HAND);
        assertThat(accepted.handler()).isEqualTo("handler");
        assertThat(after(interim(1, unit)).tab()).isEqualTo(InboxTab.IN_HAND);
        InboxRow done = after(replied(1, unit));
        assertThat(done.tab()).isEqualTo(InboxTab.DONE);
        assertThat(done.changedAt()).isAfter(accepted.changedAt());
        assertThat(done.version()).isEqualTo(6);
        assertThat(counts(unit)).isEqualTo(counted(0, 0, 1));
        assertThat(counts(helper)).isEqualTo(counted(1, 0, 0));
    }

    @Test
    void rework_brings_a_dispatch_back_in_hand_in_its_next_round() {
        record(
                raised(caseId, "N6", "s", "leak"),
                dispatched(1, null, unit, DispatchRole.LEAD, LATER),
                replied(1, unit));

        InboxRow back = after(reworkOrdered(1, unit, 2));

        assertThat(back.tab()).isEqualTo(InboxTab.IN_HAND);
        assertThat(back.round()).isEqualTo(2);
        assertThat(counts(unit)).isEqualTo(counted(0, 1, 0));
    }

    @Test
    void verification_and_closing_make_everything_done_and_reopening_changes_nothing_until_rework() {
        record(
                raised(caseId, "N7", "s", "leak"),
                dispatched(1, null, unit, DispatchRole.LEAD, LATER),
                dispatched(2, null, helper, DispatchRole.ASSISTING, LATER),
                replied(1, unit),
                replied(2, helper));

        InboxRow verified = after(verified());
        assertThat(verified.tab()).isEqualTo(InboxTab.DONE);
        assertThat(counts(helper)).isEqualTo(counted(0, 0, 1));
        assertThat(after(followedUp()).changedAt()).isEqualTo(verified.changedAt());
        assertThat(after(closed()).tab()).isEqualTo(InboxTab.DONE);
        assertThat(after(reopened()).tab()).isEqualTo(InboxTab.DONE);
        assertThat(after(reworkOrdered(1, unit, 2)).tab()).isEqualTo(InboxTab.IN_HAND);
        assertThat(counts(helper)).isEqualTo(counted(0, 0, 1));
    }

    @Test
    void every_row_is_met_once_however_many_come_and_go_while_paging() {
        List<UUID> cases = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            cases.add(dispatchedAt(LATER.plusSeconds(i / 5)).caseId());
        }
        settled();
        List<InboxRow> met = new ArrayList<>();
        InboxQuery query = InboxQuery.of(unit, InboxTab.TO_ACKNOWLEDGE, 5);
        InboxPage page = inbox.page(query, null);
        while (true) {
            met.addAll(page.rows());
            if (page.next() == null) {
                break;
            }
            dispatchedAt(AT);
            town.record(met.getFirst().caseId(), acknowledged(1, unit));
            settled();
            InboxCursor cursor = InboxCursor.decode(page.next().encode());
            page = inbox.page(query.after(cursor), null);
        }

        assertThat(met).extracting(InboxRow::caseId).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(met).isSortedAccordingTo(Comparator.comparing(InboxRow::dispatchedAt));
        assertThat(page.counts().toAcknowledge()).isEqualTo(23 + 4 - 1);
    }

    @Test
    void a_full_last_page_promises_no_more() {
        dispatchedAt(LATER);
        dispatchedAt(LATER);
        settled();

        assertThat(inbox.page(InboxQuery.of(unit, InboxTab.TO_ACKNOWLEDGE, 2), null)
                        .next())
                .isNull();
        assertThat(inbox.page(InboxQuery.of(unit, InboxTab.TO_ACKNOWLEDGE, 1), null)
                        .next())
                .isNotNull();
    }

    @Test
    void filters_narrow_by_duty_category_and_the_beginning_of_number_or_subject() {
        record(raised(caseId, "BJ-1", "噪声扰民", "noise"), dispatched(1, null, unit, DispatchRole.LEAD, LATER));
        UUID other = UUID.randomUUID();
        town.record(
                other,
                raised(other, "BJ-2", "100%漏水", "leak"),
                dispatched(1, null, unit, DispatchRole.ASSISTING, LATER));
        settled();

        assertThat(found(null, null, null)).containsExactlyInAnyOrder(caseId, other);
        assertThat(found(DispatchRole.LEAD, null, null)).containsExactly(caseId);
        assertThat(found(null, "leak", null)).containsExactly(other);
        assertThat(found(null, null, "噪声")).containsExactly(caseId);
        assertThat(found(null, null, "BJ-2")).containsExactly(other);
        assertThat(found(null, null, "100%")).containsExactly(other);
        assertThat(found(null, null, "%")).isEmpty();
        assertThat(found(DispatchRole.LEAD, "leak", null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "bm90IGEgY3Vyc29y", "MjAyNi0wMy0wMVQwODowMDowMFogeCAx", "哨"})
    void a_cursor_nobody_gave_out_is_refused(String text) {
        assertThatExceptionOfType(MalformedCursor.class)
                .isThrownBy(() -> InboxCursor.decode(text))
                .satisfies(e -> assertThat(e.cursor()).isEqualTo(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, InboxQuery.MOST + 1})
    void a_page_of_no_or_too_many_rows_is_refused(int limit) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> InboxQuery.of("unit", InboxTab.DONE, limit));
    }

    @Test
    void counters_equal_the_rows_and_a_page_of_a_full_inbox_is_read_by_its_index() throws Exception {
        try (Town own = new Town()) {
            ViewRegistry registry = own.node("node", Town.QUICK, List.of(new InboxView()));
            registry.start();
            Views read = new Views(registry);
            List<RandomCases.Step> steps = new ArrayList<>(new RandomCases(42, 300).steps(4000));
            for (int i = 0; i < 10_000; i++) {
                UUID full = new UUID(42, i);
                steps.add(new RandomCases.Step(
                        full,
                        List.of(
                                raised(full, "full " + i, "subject", "leak"),
                                dispatched(1, null, FULL, DispatchRole.LEAD, AT.plusSeconds(i)),
                                i % 2 == 0 ? replied(1, FULL) : clocks(1, FULL, LATER.plusSeconds(i)))));
            }
            own.recordAll(steps);
            settled(registry);

            for (String unit : RandomCases.UNITS) {
                Map<String, Long> rows = read.read(
                        "inbox",
                        null,
                        jdbc -> jdbc
                                .sql("select tab, count(*) as n from item where unit = ? group by tab")
                                .param(unit)
                                .query((row, i) -> Map.entry(row.getString("tab"), row.getLong("n")))
                                .list()
                                .stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
                InboxCounts counts = new Inbox(read, CLOCK, ZONE)
                        .page(InboxQuery.of(unit, InboxTab.DONE, 1), null)
                        .counts();
                for (InboxTab tab : List.of(InboxTab.TO_ACKNOWLEDGE, InboxTab.IN_HAND, InboxTab.DONE)) {
                    assertThat(counts.in(tab))
                            .isEqualTo(rows.getOrDefault(tab.name(), 0L))
                            .isPositive();
                }
            }

            own.jdbc().sql("vacuum analyze view_inbox_1.item").update();
            for (InboxTab tab : List.of(InboxTab.DONE, InboxTab.TO_ACKNOWLEDGE, InboxTab.DUE_SOON)) {
                InboxQuery top = InboxQuery.of(FULL, tab, 20);
                InboxRow middle =
                        new Inbox(read, CLOCK, ZONE).page(top, null).rows().get(10);
                InboxCursor cursor = new InboxCursor(
                        tab.byTime() ? middle.dueAt() : middle.dispatchedAt(), middle.caseId(), middle.dispatch());
                for (InboxQuery query : List.of(top, top.after(cursor))) {
                    String plan = read.read(
                            "inbox",
                            null,
                            jdbc -> String.join(
                                    "\n",
                                    Inbox.statement("explain (analyze, timing off) " + Inbox.ROWS, query, LATER, jdbc)
                                            .query(String.class)
                                            .list()));
                    assertThat(plan)
                            .containsPattern(
                                    "Index Scan (Backward )?using " + (tab.byTime() ? "item_by_due" : "item_in_tab")
                                            + " on item d .*actual rows=21(\\.00)? ")
                            .doesNotContain("Sort", "Seq Scan on item", "Rows Removed by Filter");
                }
            }
            String counting = read.read(
                    "inbox",
                    null,
                    jdbc -> String.join(
                            "\n",
                            jdbc.sql("explain " + Inbox.DUE)
                                    .params(FULL, Columns.timestamp(LATER), Columns.timestamp(LATER.plusSeconds(60)))
                                    .query(String.class)
                                    .list()));
            assertThat(counting).contains("Index Only Scan using item_by_due");
        }
    }

    private static InboxCounts counted(long toAcknowledge, long inHand, long done) {
        return new InboxCounts(toAcknowledge, inHand, 0, 0, 0, done, 0, 0);
    }

    /** A minimum speaks for one case; this waits for all. */
    private static void settled() {
        settled(node);
    }

    private static void settled(ViewRegistry node) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(10))
                .until(() ->
                        node.status("inbox").live().orElseThrow().progress().lag() == 0);
    }

    private NotOlderThan record(CaseEvent... events) {
        return town.record(caseId, events);
    }

    private InboxRow after(CaseEvent event) {
        return row(unit, caseId, 1, record(event)).orElseThrow();
    }

    private static Optional<InboxRow> row(String unit, UUID caseId, int dispatch, NotOlderThan minimum) {
        return Stream.of(InboxTab.values())
                .flatMap(tab -> inbox.page(InboxQuery.of(unit, tab, InboxQuery.MOST), minimum).rows().stream())
                .filter(row -> row.caseId().equals(caseId) && row.dispatch() == dispatch)
                .findFirst();
    }

    private static InboxCounts counts(String unit) {
        return inbox.page(InboxQuery.of(unit, InboxTab.DONE, 1), null).counts();
    }

    private NotOlderThan dispatchedAt(Instant at) {
        UUID id = UUID.randomUUID();
        return town.record(id, raised(id, "N-" + id, "s", "leak"), dispatched(1, null, unit, DispatchRole.LEAD, at));
    }

    private List<UUID> found(DispatchRole role, String category, String search) {
        InboxQuery query = new InboxQuery(unit, InboxTab.TO_ACKNOWLEDGE, role, category, null, search, null, 10);
        return inbox.page(query, null).rows().stream().map(InboxRow::caseId).toList();
    }
}
