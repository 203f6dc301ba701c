package org.shaodao.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.view.Facts.AT;
import static org.shaodao.view.Facts.STREET;
import static org.shaodao.view.Facts.accepted;
import static org.shaodao.view.Facts.acknowledged;
import static org.shaodao.view.Facts.closed;
import static org.shaodao.view.Facts.dispatched;
import static org.shaodao.view.Facts.followedUp;
import static org.shaodao.view.Facts.interim;
import static org.shaodao.view.Facts.notAccepted;
import static org.shaodao.view.Facts.raised;
import static org.shaodao.view.Facts.raisedIn;
import static org.shaodao.view.Facts.reopened;
import static org.shaodao.view.Facts.replied;
import static org.shaodao.view.Facts.reworkOrdered;
import static org.shaodao.view.Facts.sealed;
import static org.shaodao.view.Facts.unit;
import static org.shaodao.view.Facts.verified;
import static org.shaodao.view.Facts.whistle;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CasePhase;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.DispatchFacts.State;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.casefile.Records;
import org.shaodao.casefile.Sample;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;
import org.shaodao.fact.StoredAs;
import org.shaodao.view.NotOlderThan;
import org.shaodao.view.Recorded;
import org.shaodao.view.Town;
import org.shaodao.view.ViewRegistry;
import org.shaodao.view.Views;

class HistoriesTest {
    private static Town town;
    private static Histories histories;

    private final UUID caseId = UUID.randomUUID();
    private final String number = "BJ-" + caseId;

    @BeforeAll
    static void openTown() {
        town = new Town();
        ViewRegistry node = town.node("node", Town.QUICK, List.of(new HistoryView()));
        node.start();
        histories = new Histories(new Views(node));
    }

    @AfterAll
    static void closeTown() throws Exception {
        town.close();
    }

    static List<CaseEvent> everyEvent() {
        return Sample.events();
    }

    @Test
    void the_samples_are_all_events_there_are() {
        assertThat(everyEvent())
                .<Class<?>>extracting(CaseEvent::getClass)
                .containsExactlyElementsOf(Records.of(CaseEvent.class));
    }

    /** What is not told of an event: who and when stand beside, ids in the header. */
    private static final Set<String> ELSEWHERE = Set.of("by", "occurredAt", "caseId", "complainant");

    @ParameterizedTest
    @MethodSource("everyEvent")
    void an_entry_tells_every_field_of_its_event_under_the_fields_own_name(CaseEvent event) throws Exception {
        CaseEntry entry = Telling.entry(new Recorded(caseId, 5, Instant.EPOCH, event));

        Map<String, Object> clear = new LinkedHashMap<>();
        Map<String, Sealed> words = new LinkedHashMap<>();
        for (RecordComponent component : event.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(event);
            switch (value) {
                case Sealed sealed -> words.put(component.getName(), sealed);
                case OutsideNumber outside -> {
                    clear.put("outsideSource", outside.source());
                    clear.put("outsideNumber", outside.number());
                }
                case List<?> files
                when !files.isEmpty() && files.getFirst() instanceof Attached ->
                    clear.put(
                            component.getName(),
                            files.stream().map(HistoriesTest::file).toList());
                case Enum<?> code -> clear.put(component.getName(), code.name());
                case Temporal time -> clear.put(component.getName(), time.toString());
                case null, default -> clear.put(component.getName(), value);
            }
        }
        clear.keySet().removeAll(ELSEWHERE);
        assertThat(entry.facts()).isEqualTo(clear);
        assertThat(entry.texts().stream().collect(Collectors.toMap(SealedText::label, SealedText::sealed)))
                .isEqualTo(words);
        assertThat(entry.event())
                .isEqualTo(event.getClass().getAnnotation(StoredAs.class).value());
        assertThat(entry.by()).isEqualTo(event.by());
        assertThat(entry.occurredAt()).isEqualTo(event.occurredAt());
        assertThat(entry.version()).isEqualTo(5);
        assertThat(entry.recordedAt()).isEqualTo(Instant.EPOCH);
    }

    /** Of a file its key stays where it is. */
    private static Map<String, Object> file(Object file) {
        Attached attached = (Attached) file;
        return Map.of("id", attached.id().toString(), "mediaType", attached.mediaType(), "bytes", attached.bytes());
    }

    @Test
    void what_an_event_leaves_open_is_absent() {
        CaseEntry entry = Telling.entry(new Recorded(caseId, 0, AT, interim(1, "water")));

        assertThat(entry.facts()).containsOnlyKeys("dispatch", "unit", "kind");
    }

    @Test
    void a_case_is_found_by_its_id() {
        NotOlderThan now = record(raised(caseId, number, "漏水", "leak"));

        CaseHeader header = histories.byId(caseId, STREET, now).orElseThrow();

        assertThat(header)
                .isEqualTo(new CaseHeader(
                        caseId,
                        number,
                        "street-1",
                        DemandKind.COMPLAINT,
                        Channel.GRID_VISIT,
                        "leak",
                        "grid-7",
                        "漏水",
                        CasePhase.RAISED,
                        AT,
                        header.recordedAt(),
                        0,
                        new OutsideNumber("12345", "X-" + number),
                        false,
                        0,
                        null,
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void the_header_follows_the_phases_and_dispatches_of_the_case() {
        record(raised(caseId, number, "s", "leak"));

        assertThat(after(whistle(1)).phase()).isEqualTo(CasePhase.HANDLING);
        after(dispatched(1, 1, "water", DispatchRole.LEAD, AT));
        after(dispatched(2, null, "parks", DispatchRole.ASSISTING, AT));
        assertThat(after(acknowledged(1, "water")).dispatches())
                .containsExactly(
                        new CaseDispatch(
                                1, "water", DispatchRole.LEAD, 1, State.ACKNOWLEDGED, 1, null, true, false, false),
                        new CaseDispatch(
                                2, "parks", DispatchRole.ASSISTING, null, State.SENT, 1, null, false, false, false));
        assertThat(after(accepted(1, "water")).dispatches().getFirst().state()).isEqualTo(State.ACCEPTED);
        assertThat(after(interim(2, "parks")).dispatches().getLast().state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(after(replied(1, "water")).dispatches().getFirst().state()).isEqualTo(State.REPLIED);
        assertThat(after(verified()).phase()).isEqualTo(CasePhase.VERIFIED);
        assertThat(after(followedUp()).phase()).isEqualTo(CasePhase.VERIFIED);
        CaseHeader sentBack = after(reworkOrdered(1, "water", 2));
        assertThat(sentBack.phase()).isEqualTo(CasePhase.HANDLING);
        assertThat(sentBack.dispatches().getFirst())
                .isEqualTo(new CaseDispatch(
                        1, "water", DispatchRole.LEAD, 1, State.ACCEPTED, 2, "handler", true, false, false));
        assertThat(after(closed()).phase()).isEqualTo(CasePhase.CLOSED);
        CaseHeader again = after(reopened());
        assertThat(again.phase()).isEqualTo(CasePhase.HANDLING);
        assertThat(again.version()).isEqualTo(12);
    }

    @Test
    void a_case_that_was_not_accepted_says_so() {
        record(raised(caseId, number, "s", "leak"));

        assertThat(after(notAccepted()).phase().code()).isEqualTo("not-accepted");
    }

    @Test
    void a_case_is_known_to_its_street_whoever_raised_it_and_every_unit_called() {
        NotOlderThan now =
                record(raised(caseId, number, "s", "leak"), dispatched(1, null, "water", DispatchRole.LEAD, AT));
        By supervisor = new By("s", "district-1", Role.DISTRICT, null);
        By community = new By("c", "community-1", Role.COMMUNITY, null);
        By calledCommunity = new By("c", "water", Role.COMMUNITY, null);
        By otherStreet = new By("s", "street-2", Role.STREET, null);
        By administrator = new By("a", null, Role.ADMINISTRATOR, null);

        assertThat(Stream.of(STREET, supervisor, community, calledCommunity, unit("water")))
                .allSatisfy(reader ->
                        assertThat(histories.byId(caseId, reader, now)).isPresent());
        assertThat(Stream.of(otherStreet, unit("parks"), administrator))
                .allSatisfy(reader ->
                        assertThat(histories.byId(caseId, reader, now)).isEmpty());
        assertThat(histories.byId(UUID.randomUUID(), STREET, null)).isEmpty();
    }

    @Test
    void a_list_tells_where_its_cases_stand_page_by_page_the_last_raised_first() {
        String street = "street-" + caseId;
        By officer = new By("o", street, Role.STREET, null);
        List<UUID> raised = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID id = UUID.randomUUID();
            raised.addFirst(id);
            histories.byId(id, officer, town.record(id, raisedIn(street, id, AT.plusSeconds(i))));
        }
        NotOlderThan now = town.record(raised.getFirst(), dispatched(1, null, "water", DispatchRole.LEAD, AT));
        histories.byId(now.caseId(), officer, now);

        List<CaseHeader> met = new ArrayList<>();
        CaseCursor after = null;
        do {
            CaseList page = histories.list(street, after, 2);
            met.addAll(page.cases());
            after = page.next() == null ? null : CaseCursor.decode(page.next().encode());
        } while (after != null);

        assertThat(met).extracting(CaseHeader::caseId).isEqualTo(raised);
        assertThat(met.getFirst().phase()).isEqualTo(CasePhase.HANDLING);
        assertThat(met.getFirst().dispatches()).extracting(CaseDispatch::unit).containsExactly("water");
        assertThat(met.getLast().dispatches()).isEmpty();
        assertThat(histories.list("street-2", null, 10).cases()).isEmpty();
        assertThat(histories.list(null, null, 10).cases()).hasSizeGreaterThan(5);
    }

    @Test
    void a_case_is_found_by_whatever_is_clear_of_it_and_by_nothing_else() {
        String street = "search-" + caseId;
        UUID other = UUID.randomUUID();
        town.record(other, List.of(raisedIn(street, other, AT.plusSeconds(60))));
        UUID mine = UUID.randomUUID();
        NotOlderThan now = town.record(
                mine, List.of(raisedIn(street, mine, AT), dispatched(1, 1, "water-" + mine, DispatchRole.LEAD, AT)));
        histories.byId(mine, new By("s", "district-1", Role.DISTRICT, null), now);

        assertThat(found(new CaseSearch("N-" + mine, null, null, null, null, null, null, null)))
                .containsExactly(mine);
        assertThat(found(new CaseSearch("X-N-" + mine, null, null, null, null, null, null, null)))
                .containsExactly(mine);
        assertThat(found(new CaseSearch("N-", null, null, null, null, null, null, null)))
                .isEmpty();
        assertThat(found(new CaseSearch(null, "UBJEC", street, null, "leak", null, null, null)))
                .containsExactly(other, mine);
        assertThat(found(new CaseSearch(null, "%", street, null, null, null, null, null)))
                .isEmpty();
        assertThat(found(new CaseSearch(null, null, null, "water-" + mine, null, null, null, null)))
                .containsExactly(mine);
        assertThat(found(new CaseSearch(null, null, street, null, "lea", null, null, null)))
                .isEmpty();
        assertThat(found(new CaseSearch(null, null, street, null, null, CasePhase.RAISED, null, null)))
                .containsExactly(other);
        assertThat(found(new CaseSearch(null, null, street, null, null, null, AT.plusSeconds(60), null)))
                .containsExactly(other);
        assertThat(found(new CaseSearch(null, null, street, null, null, null, AT, AT.plusSeconds(60))))
                .containsExactly(mine);
    }

    private static List<UUID> found(CaseSearch search) {
        return histories.search(search, null, 10).cases().stream()
                .map(CaseHeader::caseId)
                .toList();
    }

    @Test
    void a_history_reads_page_by_page_from_either_end() {
        List<CaseEvent> events = new ArrayList<>(List.of(raised(caseId, number, "s", "leak"), whistle(1)));
        for (int i = 1; i <= 9; i++) {
            events.add(dispatched(i, 1, "unit-" + i, i == 1 ? DispatchRole.LEAD : DispatchRole.ASSISTING, AT));
        }
        NotOlderThan now = town.record(caseId, events);

        assertThat(versions(EntryOrder.OLDEST_FIRST, 4, now)).containsExactly("0123", "4567", "8910");
        assertThat(versions(EntryOrder.NEWEST_FIRST, 4, now)).containsExactly("10987", "6543", "210");
        assertThat(versions(EntryOrder.OLDEST_FIRST, 11, now)).containsExactly("012345678910");
        assertThat(histories.entries(UUID.randomUUID(), EntryOrder.OLDEST_FIRST, null, 4, null))
                .isEqualTo(new CaseEntries(List.of(), null));
    }

    @Test
    void an_entry_comes_back_as_it_was_told() {
        CaseEvent whistle = whistle(1);
        NotOlderThan now = record(raised(caseId, number, "s", "leak"), whistle, followedUp());

        List<CaseEntry> entries = histories
                .entries(caseId, EntryOrder.OLDEST_FIRST, null, 10, now)
                .entries();

        assertThat(entries.get(1))
                .isEqualTo(Telling.entry(new Recorded(caseId, 1, entries.get(1).recordedAt(), whistle)));
        assertThat(entries.get(2).facts()).containsEntry("contacted", true).containsEntry("solved", "PARTLY");
        assertThat(entries.get(0).texts()).contains(new SealedText("narrative", sealed("narrative")));
        assertThat(entries.get(0).by()).isEqualTo(new By("grid-worker", "community-1", Role.GRID_WORKER, null));
        assertThat(entries.get(0).recordedAt()).isNotEqualTo(entries.get(0).occurredAt());
    }

    private List<String> versions(EntryOrder order, int limit, NotOlderThan now) {
        List<String> pages = new ArrayList<>();
        Long beyond = null;
        do {
            CaseEntries page = histories.entries(caseId, order, beyond, limit, now);
            pages.add(page.entries().stream().map(e -> "" + e.version()).collect(Collectors.joining()));
            beyond = page.next();
        } while (beyond != null);
        return pages;
    }

    private NotOlderThan record(CaseEvent... events) {
        return town.record(caseId, Arrays.asList(events));
    }

    private CaseHeader after(CaseEvent event) {
        return histories.byId(caseId, STREET, record(event)).orElseThrow();
    }
}
