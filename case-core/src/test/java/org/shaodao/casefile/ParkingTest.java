package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 挂账: proposed, approved, reviewed, resumed, and what becomes of the clocks. */
class ParkingTest {
    private static final Instant WEDNESDAY = Instant.parse("2026-01-14T02:00:00Z");
    private static final Instant IN_MARCH = Instant.parse("2026-03-10T02:00:00Z");

    private CaseState state = LifeCycleTest.after(
            List.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING)), clocks(), deadlineMissed()));

    @Test
    void what_stood_still_goes_on_with_what_was_left() {
        park();
        assertThat(clock(ClockKind.HANDLING).state()).isEqualTo(ClockFacts.State.STOPPED);
        assertThat(clock(ClockKind.PARKING_REVIEW).dueAt()).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));

        List<CaseEvent> events = take(IN_MARCH, new ParkingCommand.ResumeCase(CASE, OFFICER, IN_MARCH, words("完工")));

        // Three working days were left of five: 11, 12 and 13 March.
        assertThat(events)
                .extracting(Object::getClass)
                .<Class<?>>containsExactly(
                        ClockEvent.DeadlineMissed.class, ParkingEvent.Resumed.class, ClockEvent.DeadlinesRevised.class);
        ClockFacts handling = clock(ClockKind.HANDLING);
        assertThat(handling.dueAt()).isEqualTo(Instant.parse("2026-03-13T09:30:00Z"));
        assertThat(handling.originalDueAt()).isEqualTo(Instant.parse("2026-01-19T09:30:00Z"));
        assertThat(handling.state()).isEqualTo(ClockFacts.State.RUNNING);
        assertThat(clock(ClockKind.ACKNOWLEDGEMENT).state())
                .as("missed before, missed ever after")
                .isEqualTo(ClockFacts.State.MISSED);
    }

    @Test
    void of_what_stands_still_nothing_is_missed() {
        park();
        refuses(
                new CaseRefusal.NotMissed(ClockKind.HANDLING),
                IN_MARCH,
                new ClockCommand.NoteMissedDeadline(CASE, WATCHER, IN_MARCH, 1, ClockKind.HANDLING, 1));
        assertThat(take(
                        IN_MARCH,
                        new ClockCommand.NoteMissedDeadline(
                                CASE, WATCHER, IN_MARCH, null, ClockKind.PARKING_REVIEW, 1)))
                .hasSize(1);
    }

    @Test
    void what_passed_before_is_missed_before_it_stops() {
        propose();
        Instant late = Instant.parse("2026-01-20T02:00:00Z");
        assertThat(take(late, approval(SUPERVISOR, late)))
                .extracting(Object::getClass)
                .<Class<?>>containsExactly(
                        ClockEvent.DeadlineMissed.class, ParkingEvent.Parked.class, ClockEvent.ClocksStarted.class);
    }

    @Test
    void a_review_sets_another_day() {
        park();
        take(
                IN_MARCH,
                new ParkingCommand.ReviewParking(
                        CASE, SUPERVISOR, IN_MARCH, LocalDate.parse("2026-04-01"), words("未完")));
        assertThat(clock(ClockKind.PARKING_REVIEW).dueAt()).isEqualTo(Instant.parse("2026-04-01T16:00:00Z"));
        refuses(
                new CaseRefusal.ReviewDayPassed(LocalDate.parse("2026-03-10")),
                IN_MARCH,
                new ParkingCommand.ReviewParking(
                        CASE, SUPERVISOR, IN_MARCH, LocalDate.parse("2026-03-10"), words("未完")));
    }

    @Test
    void nobody_approves_what_they_proposed() {
        propose();
        By same = new By("district-system", "district-office", Role.DISTRICT, OFFICER.person());
        refuses(new CaseRefusal.OwnAct("approve-parking"), WEDNESDAY, approval(same, WEDNESDAY));
    }

    @Test
    void an_emergency_is_not_parked() {
        CallingCommand.BlowWhistle c = blowWhistle();
        state = state.after(
                new CallingEvent.WhistleBlown(
                        c.by(), c.occurredAt(), 2, "emergency", c.why(), c.reportMode(), null, null, null, "officer-3"),
                WEDNESDAY);
        refuses(new CaseRefusal.TooUrgentToPark(), WEDNESDAY, proposal("project"));
    }

    @Test
    void a_ground_is_one_of_the_policy_packs() {
        refuses(new CaseRefusal.UnknownCode("ground", "no-time"), WEDNESDAY, proposal("no-time"));
    }

    @Test
    void a_final_reply_ends_what_stood_still_in_time() {
        park();
        take(
                IN_MARCH,
                new WorkCommand.Reply(
                        CASE,
                        HEATING_CLERK,
                        IN_MARCH,
                        1,
                        ReplyKind.FINAL,
                        Outcome.SOLVED,
                        words("好了"),
                        List.of(),
                        null,
                        null,
                        null,
                        null));
        assertThat(clock(ClockKind.HANDLING).state()).isEqualTo(ClockFacts.State.MET);
        take(IN_MARCH, new ClosingCommand.Verify(CASE, OFFICER, IN_MARCH, VerificationBasis.ON_SITE, null));
        assertThat(((CaseState.Known) state).facts().parking()).isEqualTo(ParkingFacts.NONE);
        assertThat(clock(ClockKind.PARKING_REVIEW).state()).isEqualTo(ClockFacts.State.LAPSED);
    }

    private void park() {
        propose();
        take(WEDNESDAY, approval(SUPERVISOR, WEDNESDAY));
    }

    private void propose() {
        take(WEDNESDAY, proposal("project"));
    }

    private static CaseCommand proposal(String ground) {
        return new ParkingCommand.ProposeParking(CASE, OFFICER, WEDNESDAY, ground, REVIEW_DAY, words("列入计划"));
    }

    private static CaseCommand approval(By by, Instant at) {
        return new ParkingCommand.ApproveParking(CASE, by, at, null);
    }

    private List<CaseEvent> take(Instant now, CaseCommand command) {
        List<CaseEvent> events = state.decide(command, SampleRules.at(now, SampleRules.RULES));
        events.forEach(event -> state = state.after(event, now));
        return events;
    }

    private void refuses(CaseRefusal why, Instant now, CaseCommand command) {
        assertThatThrownBy(() -> take(now, command))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(why));
    }

    private ClockFacts clock(ClockKind kind) {
        return ((CaseState.Known) state)
                .facts().clocks().stream()
                        .filter(clock -> clock.kind() == kind)
                        .reduce((earlier, later) -> later)
                        .orElseThrow();
    }
}
