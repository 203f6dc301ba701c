package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 确认补录, and which time of a contact or an arrival counts 计时口径: due at five past ten, within four working hours. */
class ConfirmLateEntryTest extends CaseFixture {
    private static final Instant NEXT_DAY = minutes(24 * 60);
    private final Story story = new Story().whistled();

    @Test
    void by_telephone_first_and_recorded_after_counts_when_it_happened() {
        List<CaseEvent> events = arrive(minutes(60), minutes(90));

        assertThat(events).noneMatch(ClockEvent.class::isInstance);
        assertThat(arrival().endedAt()).isEqualTo(minutes(60));
        assertThat(arrival().state()).isEqualTo(ClockFacts.State.MET);
        assertThat(story.clock(ClockKind.PROGRESS).endedAt()).isEqualTo(minutes(60));
        assertThat(story.clock(ClockKind.ACKNOWLEDGEMENT).endedAt()).isEqualTo(minutes(90));
    }

    @Test
    void within_the_grace_a_recorded_miss_is_corrected_and_stays() {
        story.ask(minutes(66), noteMissed());

        List<CaseEvent> events = arrive(minutes(60), minutes(90));

        assertThat(events)
                .endsWith(new ClockEvent.DeadlineCorrected(
                        HEATING_CLERK, minutes(60), 1, HEATING, ClockKind.ARRIVAL, 1, minutes(65), minutes(60)));
        assertThat(arrival().missed()).isTrue();
        assertThat(arrival().state()).isEqualTo(ClockFacts.State.MET);
    }

    @Test
    void who_came_late_was_late_however_soon_it_was_recorded() {
        story.ask(minutes(66), noteMissed());

        assertThat(arrive(minutes(70), minutes(71))).noneMatch(ClockEvent.class::isInstance);
        assertThat(arrival().state()).isEqualTo(ClockFacts.State.LATE);
    }

    @Test
    void a_late_entry_counts_when_recorded_until_the_street_confirms_it() {
        List<CaseEvent> entered = arrive(minutes(60), NEXT_DAY);
        assertThat(entered)
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                WorkEvent.Arrived.class,
                                arrived -> assertThat(arrived.late()).isTrue()));
        assertThat(entered.getFirst()).isInstanceOf(ClockEvent.DeadlineMissed.class);
        assertThat(arrival().endedAt()).isEqualTo(NEXT_DAY);
        assertThat(arrival().state()).isEqualTo(ClockFacts.State.LATE);

        List<CaseEvent> confirmed = story.ask(NEXT_DAY.plusSeconds(60), confirm(OFFICER, LateEntry.ARRIVAL));

        assertThat(confirmed).hasSize(2).last().isInstanceOf(ClockEvent.DeadlineCorrected.class);
        assertThat(arrival().endedAt()).isEqualTo(minutes(60));
        assertThat(arrival().state()).isEqualTo(ClockFacts.State.MET);
        assertThat(story.clock(ClockKind.PROGRESS).endedAt()).isEqualTo(minutes(60));
        assertThat(story.clock(ClockKind.ACKNOWLEDGEMENT).endedAt()).isEqualTo(NEXT_DAY);
    }

    @Test
    void confirming_that_somebody_came_too_late_corrects_nothing() {
        arrive(minutes(70), NEXT_DAY);

        assertThat(story.ask(NEXT_DAY.plusSeconds(60), confirm(OFFICER, LateEntry.ARRIVAL)))
                .hasSize(1);
        assertThat(arrival().endedAt()).isEqualTo(minutes(70));
        assertThat(arrival().state()).isEqualTo(ClockFacts.State.LATE);
    }

    @Test
    void the_resident_confirms_a_contact_or_the_district_after_a_call() {
        for (By by : List.of(CALLER, SUPERVISOR, OFFICER)) {
            given(whistled(contacted(1, HEATING_CLERK)))
                    .when(confirm(by, LateEntry.CONTACT))
                    .expectEvents(new WorkEvent.LateEntryConfirmed(
                            by, minutes(1500), 1, HEATING, LateEntry.CONTACT, minutes(20), words("是的")));
        }
    }

    @Test
    void nobody_but_the_street_confirms_an_arrival() {
        given(whistled(arrived(1, HEATING_CLERK)))
                .when(confirm(CALLER, LateEntry.ARRIVAL))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("confirm-late-entry", "RESIDENT"));
    }

    @Test
    void what_was_not_entered_late_needs_no_confirmation_and_none_is_given_twice() {
        Object[] confirmed = {
            contacted(1, HEATING_CLERK),
            new WorkEvent.LateEntryConfirmed(CALLER, minutes(1500), 1, HEATING, LateEntry.CONTACT, minutes(20), null)
        };
        for (Object[] since : new Object[][] {{}, {arrived(1, HEATING_CLERK)}, confirmed}) {
            given(whistled(since))
                    .when(confirm(OFFICER, LateEntry.CONTACT))
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.NothingLate(1));
        }
    }

    private List<CaseEvent> arrive(Instant at, Instant recordedAt) {
        return story.ask(
                recordedAt,
                new WorkCommand.Arrive(CASE, HEATING_CLERK, at, 1, ReportMode.ON_THE_SPOT, null, List.of(), null));
    }

    private static WorkCommand.ConfirmLateEntry confirm(By by, LateEntry entry) {
        return new WorkCommand.ConfirmLateEntry(CASE, by, minutes(1500), 1, entry, words("是的"));
    }

    private static ClockCommand.NoteMissedDeadline noteMissed() {
        return new ClockCommand.NoteMissedDeadline(CASE, WATCHER, minutes(66), 1, ClockKind.ARRIVAL, 1);
    }

    private ClockFacts arrival() {
        return story.clock(ClockKind.ARRIVAL);
    }
}
