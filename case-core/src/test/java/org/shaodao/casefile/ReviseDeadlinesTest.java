package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 重算时限. And the clock of another system, which is nobody's to revise. */
class ReviseDeadlinesTest extends CaseFixture {
    private static final ClockEvent.ClocksStarted PROVISIONAL = clocks(SampleRules.BEFORE_THE_NOTICE);

    ReviseDeadlinesTest() {
        super(() -> minutes(20), SampleRules.RULES);
    }

    @Test
    void once_the_year_is_published_provisional_deadlines_become_final() {
        assertThat(PROVISIONAL.clocks())
                .allSatisfy(clock -> assertThat(clock.due().provisional()).isTrue());
        given(whistled(PROVISIONAL))
                .when(new ClockCommand.ReviseDeadlines(CASE, WATCHER, minutes(20)))
                .expectEvents(new ClockEvent.DeadlinesRevised(
                        WATCHER,
                        minutes(20),
                        1,
                        HEATING,
                        RevisionCause.CALENDAR_PUBLISHED,
                        SampleRules.PACK,
                        SampleRules.CALENDAR,
                        clocks().clocks()));
    }

    @Test
    void half_of_a_time_that_had_to_be_guessed_is_final_with_the_whole() {
        CaseState state = new CaseState.Unborn();
        for (CaseCommand command : List.of(raise(), blowWhistle(lead(HEATING)))) {
            for (CaseEvent event : state.decide(command, SampleRules.at(minutes(5), SampleRules.BEFORE_THE_NOTICE))) {
                state = state.after(event, minutes(5));
            }
        }
        List<CaseEvent> revised = state.decide(
                new ClockCommand.ReviseDeadlines(CASE, WATCHER, minutes(20)),
                SampleRules.at(minutes(20), SampleRules.RULES));
        assertThat(revised)
                .flatExtracting(event -> ((ClockEvent.DeadlinesRevised) event).clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.PROGRESS)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.due().provisional()).isFalse();
                    assertThat(clock.due().steps())
                            .noneMatch(step -> step.kind() == DueStepKind.UNPUBLISHED)
                            .last()
                            .satisfies(step -> assertThat(step.kind()).isEqualTo(DueStepKind.HALFWAY));
                });
    }

    @Test
    void a_street_reckons_by_a_calendar_of_its_own() {
        CaseState raised = LifeCycleTest.after(List.of(raised()));
        CaseState whistled = raised;
        for (CaseEvent event : raised.decide(
                blowWhistle(lead(HEATING)), SampleRules.at(minutes(5), SampleRules.WITH_A_LONG_WEEKEND))) {
            whistled = whistled.after(event, minutes(5));
        }
        ClockFacts handling = ((CaseState.Known) whistled).facts().handling(1).orElseThrow();
        assertThat(handling.dueAt())
                .isEqualTo(Sample.clocks().clocks().getLast().due().at().plus(Duration.ofDays(1)));
    }

    @Test
    void a_clock_that_runs_again_after_the_year_was_published_is_final_at_once() {
        given(whistled(PROVISIONAL, LinkSamples.mergedInto()))
                .when(new LinkCommand.LeaveSurvivor(CASE, OFFICER, minutes(20), LinkSamples.OTHER, STREET))
                .expectEvents(
                        new LinkEvent.MergeUndone(OFFICER, minutes(20), LinkSamples.OTHER, LinkSamples.OTHER_NUMBER),
                        new ClockEvent.DeadlinesRevised(
                                OFFICER,
                                minutes(20),
                                1,
                                HEATING,
                                RevisionCause.CALENDAR_PUBLISHED,
                                SampleRules.PACK,
                                SampleRules.CALENDAR,
                                clocks().clocks()));
    }

    @Test
    void what_was_final_is_not_revised() {
        given(whistled(clocks()))
                .when(new ClockCommand.ReviseDeadlines(CASE, WATCHER, minutes(20)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingToRevise());
    }

    @Test
    void only_the_product_revises() {
        given(whistled(PROVISIONAL))
                .when(new ClockCommand.ReviseDeadlines(CASE, OFFICER, minutes(20)))
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("revise-deadlines", "STREET"));
    }

    @Test
    void a_correction_counts_anew_from_the_start_by_the_rules_that_fit_now() {
        CaseFacts facts = ((CaseState.Known) LifeCycleTest.after(
                        List.of(raised(), dispatched(1, lead(HEATING)), clocks(), deadlineMissed())))
                .facts();
        CaseFacts whistled = facts.with(new WhistleFacts(1, "emergency", ReportMode.ON_THE_SPOT, null, false));

        List<CaseEvent> events = new Revising(
                        whistled, OFFICER, minutes(20), SampleRules.at(minutes(20), SampleRules.RULES))
                .corrected();

        CaseFacts then = whistled;
        for (CaseEvent event : events) {
            then = CaseFacts.after(then, event, minutes(20));
        }
        assertThat(then.clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.HANDLING)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.dueAt()).isEqualTo(minutes(5 + 1440));
                    assertThat(clock.startedAt()).isEqualTo(minutes(5));
                });
        assertThat(then.clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.ACKNOWLEDGEMENT)
                .singleElement()
                .satisfies(clock -> assertThat(clock.missed()).isTrue());
    }

    @Test
    void the_clock_of_another_system_runs_from_the_demand_on_and_an_import_misses_it() {
        CaseState verified = LifeCycleTest.after(List.of(raised(), dispatched(1, lead(HEATING)), verified()));
        Instant due = Instant.parse("2026-02-09T09:30:00Z");
        assertThat(verified.decide(new ClosingCommand.Close(CASE, OFFICER, due, null, List.of(), null), null))
                .hasSize(1);
        assertThat(verified.decide(
                        new ClosingCommand.Close(CASE, OFFICER, due.plusSeconds(1), null, List.of(), null), null))
                .first()
                .isEqualTo(new ClockEvent.DeadlineMissed(
                        WATCHER, due, null, null, ClockKind.OUTSIDE, 1, due, due.plusSeconds(1)));
    }
}
