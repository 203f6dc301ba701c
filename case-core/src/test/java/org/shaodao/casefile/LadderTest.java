package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;
import static org.shaodao.casefile.SupervisionSamples.LADDER;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DayEnd;
import org.shaodao.clocks.Due;
import org.shaodao.clocks.Reckoning;
import org.shaodao.clocks.Span;
import org.shaodao.clocks.SpanKind;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/** 督办阶梯. Which rungs open by themselves, when, and how often. */
class LadderTest extends CaseFixture {
    private static final Due ACKNOWLEDGE = clocks().clocks().getFirst().due();
    private static final Due HANDLE = clocks().clocks().getLast().due();
    private static final Due NEXT = Reckoning.due(
            HANDLE.at(),
            new Span(SpanKind.WORKING_DAYS, 2),
            DayEnd.SAME_TIME,
            SampleRules.RULES.calendar().content());
    private static final Instant OUTSIDE = Instant.parse("2026-02-09T09:30:00Z");
    private static Instant now = minutes(400);

    LadderTest() {
        super(() -> now, SampleRules.RULES);
    }

    @BeforeEach
    void at() {
        now = minutes(400);
    }

    @Test
    void who_does_not_acknowledge_is_reminded() {
        given(running(deadlineMissed())).when(open()).expectEvents(reminder(ClockKind.ACKNOWLEDGEMENT, "reminder"));
    }

    @Test
    void a_rung_opens_once_for_one_clock() {
        refuses(open(), deadlineMissed(), reminder(ClockKind.ACKNOWLEDGEMENT, "reminder"));
    }

    @Test
    void what_was_done_too_late_but_before_anybody_pressed_is_not_pressed_for() {
        refuses(open(), deadlineMissed(), acknowledged(1, HEATING_CLERK));
    }

    @Test
    void nothing_opens_before_anything_was_missed() {
        refuses(open());
    }

    @Test
    void who_is_idle_at_half_of_the_time_is_reminded_of_that() {
        given(running(acknowledged(1, HEATING_CLERK), progress(), missed(ClockKind.PROGRESS, ACKNOWLEDGE)))
                .when(open())
                .expectEvents(reminder(ClockKind.PROGRESS, "idle-reminder"));
    }

    @Test
    void a_miss_says_when_the_next_rung_comes() {
        now = HANDLE.at().plusSeconds(40);
        given(running(acknowledged(1, HEATING_CLERK)))
                .when(new ClockCommand.NoteMissedDeadline(CASE, WATCHER, now, 1, ClockKind.HANDLING, 1))
                .expectEvents(missed(ClockKind.HANDLING, HANDLE), ladder());
    }

    @Test
    void the_next_rung_is_not_opened_a_moment_too_early() {
        now = NEXT.at().minusSeconds(1);
        refuses(open(), acknowledged(1, HEATING_CLERK), missed(ClockKind.HANDLING, HANDLE), ladder());
    }

    @Test
    void the_next_rung_opens_when_it_is_reached() {
        now = NEXT.at().plusSeconds(1);
        given(running(
                        acknowledged(1, HEATING_CLERK),
                        missed(ClockKind.HANDLING, HANDLE),
                        ladder(),
                        missed(ClockKind.LADDER, NEXT)))
                .when(open())
                .expectEvents(order());
    }

    @Test
    void after_a_long_silence_everything_opens_that_was_reached() {
        now = NEXT.at().plusSeconds(90_000);
        given(running(deadlineMissed(), missed(ClockKind.HANDLING, HANDLE)))
                .when(open())
                .expectEvents(reminder(ClockKind.ACKNOWLEDGEMENT, "reminder"), order());
    }

    @Test
    void the_way_up_ends_when_the_work_is_done() {
        now = NEXT.at().plusSeconds(1);
        given(running(missed(ClockKind.HANDLING, HANDLE), ladder(), finalReply(1, HEATING_CLERK)))
                .when(new ClockCommand.NoteMissedDeadline(CASE, WATCHER, now, 1, ClockKind.LADDER, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotMissed(ClockKind.LADDER));
    }

    @Test
    void after_rework_the_ladder_is_climbed_from_its_foot() {
        Instant later = HANDLE.at().plusSeconds(900_000);
        Due again = new Due(later, false, HANDLE.steps());
        now = later.plusSeconds(900_000);
        given(running(
                        missed(ClockKind.HANDLING, HANDLE),
                        order(),
                        finalReply(1, HEATING_CLERK),
                        reworkOrdered(1, HEATING),
                        started(ClockKind.HANDLING, 2, again),
                        missed(ClockKind.HANDLING, 2, again)))
                .when(open())
                .expectEvents(new SupervisionEvent.SupervisionOrdered(
                        LADDER, minutes(2000), 1, HEATING, "supervision", ClockKind.HANDLING, 2, null, null));
    }

    @Test
    void the_case_that_takes_too_long_comes_before_a_higher_level() {
        given(raised(), whole(ACKNOWLEDGE), wholeMissed())
                .when(new SupervisionCommand.OpenRungs(CASE, LADDER, minutes(2000), null))
                .expectEvents(new SupervisionEvent.LevelRaised(
                        LADDER,
                        minutes(2000),
                        null,
                        null,
                        "raise-level",
                        ClockKind.WHOLE_CASE,
                        1,
                        Level.DISTRICT,
                        null));
    }

    @Test
    void what_another_system_was_promised_leads_up() {
        now = OUTSIDE.plusSeconds(40);
        Due next = Reckoning.due(
                OUTSIDE,
                new Span(SpanKind.WORKING_DAYS, 1),
                DayEnd.SAME_TIME,
                SampleRules.RULES.calendar().content());
        given(raised())
                .when(noteOutside())
                .expectEvents(
                        outsideMissed(),
                        new ClockEvent.ClocksStarted(
                                WATCHER,
                                OUTSIDE,
                                null,
                                null,
                                now,
                                SampleRules.PACK,
                                SampleRules.CALENDAR,
                                List.of(new StartedClock(ClockKind.LADDER, 1, next))));
        now = OUTSIDE.plusSeconds(90_000);
        given(raised(), outsideMissed())
                .when(new SupervisionCommand.OpenRungs(CASE, LADDER, minutes(2000), null))
                .expectEvents(new SupervisionEvent.LevelRaised(
                        LADDER, minutes(2000), null, null, "outside-late", ClockKind.OUTSIDE, 1, Level.DISTRICT, null));
    }

    @Test
    void in_a_case_from_that_systems_file_it_does_not() {
        Object imported = new GenericEventMessage<>(raised(), Map.of(Requests.CHANNEL, CaseFile.IMPORT));
        now = OUTSIDE.plusSeconds(40);
        given(imported).when(noteOutside()).expectEvents(outsideMissed());
        now = OUTSIDE.plusSeconds(90_000);
        given(imported, outsideMissed())
                .when(new SupervisionCommand.OpenRungs(CASE, LADDER, minutes(2000), null))
                .expectNoEvents()
                .expectExceptionDetails(new CaseRefusal.NothingToOpen());
    }

    @Test
    void nobody_but_the_product_opens_what_opens_by_itself() {
        given(running(deadlineMissed()))
                .when(new SupervisionCommand.OpenRungs(CASE, SUPERVISOR, minutes(2000), 1))
                .expectNoEvents()
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("open-rungs", "DISTRICT"));
    }

    private static ClockCommand.NoteMissedDeadline noteOutside() {
        return new ClockCommand.NoteMissedDeadline(CASE, WATCHER, now, null, ClockKind.OUTSIDE, 1);
    }

    private static ClockEvent.DeadlineMissed outsideMissed() {
        return new ClockEvent.DeadlineMissed(
                WATCHER, OUTSIDE, null, null, ClockKind.OUTSIDE, 1, OUTSIDE, OUTSIDE.plusSeconds(40));
    }

    private void refuses(CaseCommand command, Object... since) {
        given(running(since))
                .when(command)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToOpen());
    }

    private static SupervisionCommand.OpenRungs open() {
        return new SupervisionCommand.OpenRungs(CASE, LADDER, minutes(2000), 1);
    }

    private static SupervisionEvent.Reminded reminder(ClockKind clock, String rung) {
        return new SupervisionEvent.Reminded(LADDER, minutes(2000), 1, HEATING, rung, clock, 1, null);
    }

    private static SupervisionEvent.SupervisionOrdered order() {
        return new SupervisionEvent.SupervisionOrdered(
                LADDER, minutes(2000), 1, HEATING, "supervision", ClockKind.HANDLING, 1, null, null);
    }

    private static ClockEvent.ClocksStarted progress() {
        return started(ClockKind.PROGRESS, 1, ACKNOWLEDGE);
    }

    private static ClockEvent.ClocksStarted ladder() {
        return new ClockEvent.ClocksStarted(
                WATCHER,
                HANDLE.at(),
                1,
                HEATING,
                HANDLE.at().plusSeconds(40),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(ClockKind.LADDER, 1, NEXT)));
    }

    private static ClockEvent.ClocksStarted started(ClockKind kind, int round, Due due) {
        return new ClockEvent.ClocksStarted(
                OFFICER,
                minutes(5),
                1,
                HEATING,
                minutes(5),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(kind, round, due)));
    }

    private static ClockEvent.ClocksStarted whole(Due due) {
        return new ClockEvent.ClocksStarted(
                OFFICER,
                minutes(5),
                null,
                null,
                minutes(5),
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(ClockKind.WHOLE_CASE, 1, due)));
    }

    private static ClockEvent.DeadlineMissed wholeMissed() {
        Instant due = ACKNOWLEDGE.at();
        return new ClockEvent.DeadlineMissed(
                WATCHER, due, null, null, ClockKind.WHOLE_CASE, 1, due, due.plusSeconds(40));
    }

    private static ClockEvent.DeadlineMissed missed(ClockKind kind, Due due) {
        return missed(kind, 1, due);
    }

    private static ClockEvent.DeadlineMissed missed(ClockKind kind, int round, Due due) {
        return new ClockEvent.DeadlineMissed(
                WATCHER, due.at(), 1, HEATING, kind, round, due.at(), due.at().plusSeconds(40));
    }

    /** A case whose dispatch to the heating company has its clocks. */
    private static Object[] running(Object... since) {
        return Stream.concat(
                        Stream.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING)), clocks()), Stream.of(since))
                .toArray();
    }
}
