package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/** 时限. Which steps start which clocks, and how a passed deadline becomes a fact. */
class ClocksTest extends CaseFixture {
    private static Instant now = minutes(5);

    ClocksTest() {
        super(() -> now, SampleRules.RULES);
    }

    @BeforeEach
    void at_five_past() {
        now = minutes(5);
    }

    @Test
    void the_whole_case_has_a_clock_from_the_demand_on() {
        nothing().when(raise()).expectEventsMatching(starts("case WHOLE_CASE 1 2026-02-02T09:30:00Z"));
    }

    @Test
    void the_clock_of_the_whole_case_may_be_missed_too() {
        StartedClock whole = new StartedClock(
                ClockKind.WHOLE_CASE, 1, clocks().clocks().getLast().due());
        ClockEvent.ClocksStarted started = new ClockEvent.ClocksStarted(
                OFFICER, MORNING, null, null, MORNING, SampleRules.PACK, SampleRules.CALENDAR, List.of(whole));
        Instant due = whole.due().at();
        given(raised(), started)
                .when(new ClockCommand.NoteMissedDeadline(
                        CASE, WATCHER, due.plusSeconds(1), null, ClockKind.WHOLE_CASE, 1))
                .expectEvents(new ClockEvent.DeadlineMissed(
                        WATCHER, due, null, null, ClockKind.WHOLE_CASE, 1, due, due.plusSeconds(1)));
    }

    @Test
    void a_dispatch_starts_its_clocks_at_once_whenever_it_is_acknowledged() {
        given(raised())
                .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(5), lead(HEATING)))
                .expectEventsMatching(starts(
                        "heating-company ACKNOWLEDGEMENT 1 2026-01-12T06:35:00Z",
                        "heating-company FIRST_CONTACT 1 2026-01-13T09:30:00Z",
                        "heating-company HANDLING 1 2026-01-19T09:30:00Z",
                        "heating-company PROGRESS 1 2026-01-15T01:02:30Z",
                        "heating-company HAND_BACK_WINDOW 1 2026-01-13T09:30:00Z"));
    }

    @Test
    void every_unit_called_has_clocks_of_its_own() {
        given(raised())
                .when(blowWhistle(lead(HEATING), assisting(HOUSING)))
                .expectEventsMatching(starts(
                        "heating-company ACKNOWLEDGEMENT 1 2026-01-12T06:35:00Z",
                        "heating-company FIRST_CONTACT 1 2026-01-13T09:30:00Z",
                        "heating-company ARRIVAL 1 2026-01-12T02:05:00Z",
                        "heating-company HANDLING 1 2026-01-19T09:30:00Z",
                        "heating-company PROGRESS 1 2026-01-15T01:02:30Z",
                        "heating-company HAND_BACK_WINDOW 1 2026-01-13T09:30:00Z",
                        "housing-bureau ACKNOWLEDGEMENT 1 2026-01-12T06:35:00Z",
                        "housing-bureau ARRIVAL 1 2026-01-12T02:05:00Z",
                        "housing-bureau HANDLING 1 2026-01-19T09:30:00Z",
                        "housing-bureau PROGRESS 1 2026-01-15T01:02:30Z",
                        "housing-bureau HAND_BACK_WINDOW 1 2026-01-13T09:30:00Z"));
    }

    @Test
    void the_last_final_reply_starts_the_streets_clock() {
        now = minutes(190);
        given(whistled(finalReply(1, HEATING_CLERK)))
                .when(new WorkCommand.Reply(
                        CASE,
                        HOUSING_CLERK,
                        minutes(190),
                        2,
                        ReplyKind.FINAL,
                        Outcome.SOLVED,
                        words("好了"),
                        List.of(),
                        null,
                        null,
                        null,
                        null))
                .expectEventsMatching(starts("case VERIFICATION 1 2026-01-14T09:30:00Z"));
    }

    @Test
    void rework_opens_the_next_round() {
        now = minutes(200);
        given(answered())
                .when(new ClosingCommand.OrderRework(CASE, OFFICER, minutes(200), 1, words("还不热")))
                .expectEventsMatching(starts(
                        "heating-company HANDLING 2 2026-01-19T09:30:00Z",
                        "heating-company PROGRESS 2 2026-01-15T02:30:00Z"));
    }

    @Test
    void nobody_backdates_the_clock_of_another() {
        given(raised())
                .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(1), lead(HEATING)))
                .expectEventsMatching(starts(
                        "heating-company ACKNOWLEDGEMENT 1 2026-01-12T06:35:00Z",
                        "heating-company FIRST_CONTACT 1 2026-01-13T09:30:00Z",
                        "heating-company HANDLING 1 2026-01-19T09:30:00Z",
                        "heating-company PROGRESS 1 2026-01-15T01:02:30Z",
                        "heating-company HAND_BACK_WINDOW 1 2026-01-13T09:30:00Z"));
    }

    @Test
    void the_clocks_of_a_whistle_stay_its_own_in_later_rounds() {
        CallingCommand.BlowWhistle c = blowWhistle(lead(HEATING));
        now = minutes(200);
        given(
                        raised(),
                        new CallingEvent.WhistleBlown(
                                c.by(),
                                c.occurredAt(),
                                1,
                                "emergency",
                                c.why(),
                                c.reportMode(),
                                c.reportAt(),
                                c.meetingPlace(),
                                c.contact(),
                                c.authorisedBy()),
                        dispatched(1, lead(HEATING)),
                        finalReply(1, HEATING_CLERK))
                .when(new ClosingCommand.OrderRework(CASE, OFFICER, minutes(200), 1, words("还不热")))
                .expectEventsMatching(starts(
                        "heating-company HANDLING 2 2026-01-13T04:20:00Z",
                        "heating-company PROGRESS 2 2026-01-12T16:20:00Z"));
    }

    @Test
    void what_is_done_too_late_was_missed_first_even_if_nobody_had_noticed() {
        Instant due = clocks().clocks().getFirst().due().at();
        now = due.plusSeconds(40);
        given(running())
                .when(new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(12), 1))
                .expectEvents(deadlineMissed(), acknowledged(1, HEATING_CLERK));
    }

    @Test
    void what_another_system_tells_of_starts_no_clock() {
        given(raised())
                .when(
                        new CallingCommand.Dispatch(CASE, OFFICER, minutes(5), lead(HEATING)),
                        MetaData.with(Requests.CHANNEL, CaseFile.IMPORT))
                .expectEvents(new CallingEvent.Dispatched(
                        OFFICER,
                        minutes(5),
                        1,
                        null,
                        HEATING,
                        DispatchRole.LEAD,
                        lead(HEATING).task()));
    }

    @Test
    void a_deadline_that_passed_becomes_a_fact_with_both_times() {
        Instant due = clocks().clocks().getFirst().due().at();
        given(running()).when(note(due.plusSeconds(40))).expectEvents(deadlineMissed());
    }

    @Test
    void the_due_instant_itself_is_in_time() {
        refuses(clocks().clocks().getFirst().due().at());
    }

    @Test
    void a_deadline_is_missed_once() {
        refuses(minutes(5000), deadlineMissed());
    }

    @Test
    void what_was_done_is_not_missed_whenever_somebody_looks() {
        refuses(minutes(5000), acknowledged(1, HEATING_CLERK));
    }

    @Test
    void a_clock_that_nobody_started_is_not_missed() {
        given(whistled())
                .when(note(minutes(5000)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotMissed(ClockKind.ACKNOWLEDGEMENT));
    }

    @Test
    void nobody_but_the_product_says_that_a_deadline_was_missed() {
        given(running())
                .when(new ClockCommand.NoteMissedDeadline(
                        CASE, OFFICER, minutes(5000), 1, ClockKind.ACKNOWLEDGEMENT, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("note-missed-deadline", "STREET"));
    }

    private void refuses(Instant now, Object... since) {
        given(running(since))
                .when(note(now))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotMissed(ClockKind.ACKNOWLEDGEMENT));
    }

    /** A case whose dispatch to the heating company has its clocks. */
    private static Object[] running(Object... since) {
        return Stream.concat(
                        Stream.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING)), clocks()), Stream.of(since))
                .toArray();
    }

    private static ClockCommand.NoteMissedDeadline note(Instant now) {
        return new ClockCommand.NoteMissedDeadline(CASE, WATCHER, now, 1, ClockKind.ACKNOWLEDGEMENT, 1);
    }

    /** The step's events start just these clocks. */
    static Matcher<List<EventMessage<?>>> starts(String... clocks) {
        return new CustomTypeSafeMatcher<>("clocks " + List.of(clocks)) {
            @Override
            protected boolean matchesSafely(List<EventMessage<?>> events) {
                return events.stream()
                        .map(EventMessage::getPayload)
                        .filter(ClockEvent.ClocksStarted.class::isInstance)
                        .map(ClockEvent.ClocksStarted.class::cast)
                        .flatMap(started -> started.clocks().stream()
                                .map(clock -> "%s %s %d %s"
                                        .formatted(
                                                started.unit() == null ? "case" : started.unit(),
                                                clock.kind(),
                                                clock.round(),
                                                clock.due().at())))
                        .toList()
                        .equals(List.of(clocks));
            }
        };
    }
}
