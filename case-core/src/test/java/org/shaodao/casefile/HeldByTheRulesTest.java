package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Refused;

/** Rules that hold for several steps, or for one only because another was taken. */
class HeldByTheRulesTest extends CaseFixture {
    private static void refused(ResultValidator<CaseFile> asked, CaseRefusal why) {
        asked.expectNoEvents().expectException(Refused.class).expectExceptionDetails(why);
    }

    @Test
    void a_street_that_took_a_matter_on_rates_nobody() {
        CaseEvent done = new WorkEvent.Replied(
                OFFICER, minutes(190), 1, STREET, ReplyKind.FINAL, Outcome.SOLVED, words("已修好"), null, null, null);
        CaseEvent seen = new ClosingEvent.Verified(SUPERVISOR, minutes(240), VerificationBasis.ON_SITE, null);
        refused(
                given(raised(), takenOn(1, STREET), done, seen)
                        .when(new MutualCommand.RateUnit(CASE, OFFICER, minutes(300), 1, 5, null)),
                new CaseRefusal.NobodyCalled(1));
    }

    @Test
    void whoever_confirms_a_contact_for_the_resident_says_where_the_call_is_recorded() {
        refused(
                given(whistled(contacted(1, HEATING_CLERK)))
                        .when(new WorkCommand.ConfirmLateEntry(
                                CASE, OFFICER, minutes(400), 1, LateEntry.CONTACT, null)),
                new CaseRefusal.CallNotNamed());
    }

    @Test
    void nobody_is_called_while_the_case_stands_still() {
        refused(
                given(whistled(parkingProposed(), parked()))
                        .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(2100), assisting(WATER))),
                new CaseRefusal.StandsStill());
    }

    @Test
    void what_turns_out_to_be_an_emergency_stands_still_no_more() {
        CaseState parked = CaseState.of(LifeCycleTest.facts(whistled(parkingProposed(), parked())));
        IntakeCommand.Correct urgent = new IntakeCommand.Correct(
                CASE, OFFICER, minutes(2100), null, Urgency.EMERGENCY, null, null, words("管道爆裂"));
        assertThat(parked.decide(urgent, SampleRules.at(minutes(2100), SampleRules.NO_CLOCKS)))
                .contains(new ParkingEvent.Resumed(OFFICER, minutes(2100), words("管道爆裂")));
    }

    @Test
    void a_unit_that_was_silent_may_still_say_that_it_has_seen_its_dispatch() {
        CaseEvent silent = new DisputeEvent.DeemedAccepted(WATCHER, minutes(600), 1, HEATING, DeemedBy.SILENCE);
        given(whistled(silent))
                .when(new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(610), 1))
                .expectEvents(new WorkEvent.Acknowledged(HEATING_CLERK, minutes(610), 1, HEATING));
    }

    @Test
    void what_was_seen_on_the_spot_is_shown() {
        refused(
                given(answered(ClosingSamples.spotCheckAsked()))
                        .when(new ClosingCommand.SpotCheck(
                                CASE, GRID_WORKER, minutes(230), SpotFinding.NOT_DONE, List.of(), words("仍然不热"), null)),
                new CaseRefusal.EvidenceMissing(List.of(Evidence.PHOTO)));
    }

    @Test
    void no_case_joins_another_over_the_head_of_somebody_who_objected() {
        refused(
                given(answered(verified(), ClosingSamples.objectionRaised()))
                        .when(new LinkCommand.MergeInto(
                                CASE, OFFICER, minutes(2000), LinkSamples.OTHER, LinkSamples.OTHER_NUMBER, STREET)),
                new CaseRefusal.ObjectionWaits());
    }

    @Test
    void a_unit_that_is_called_too_late_for_the_appointed_time_comes_by_the_rule() {
        Story story = new Story().whistled();
        story.ask(minutes(60), new CallingCommand.AddUnit(CASE, OFFICER, minutes(60), 1, assisting(WATER)));
        assertThat(story.clock(ClockKind.ARRIVAL).dueAt()).isEqualTo(minutes(65));
        assertThat(story.facts().clocks())
                .filteredOn(clock -> clock.is(2, ClockKind.ARRIVAL))
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isAfter(minutes(65)));
    }

    @Test
    void what_was_done_before_anybody_asked_for_it_was_done_at_once() {
        ClockFacts clock = ClockFacts.started(1, clocks().clocks().getFirst(), minutes(5));
        assertThat(clock.ended(MORNING).endedAt()).isEqualTo(minutes(5));
    }

    @Test
    void the_other_system_waits_again_for_a_case_that_was_opened_again() {
        CaseFacts facts = LifeCycleTest.facts(answered(verified(), closed(), reopened()));
        assertThat(facts.clocks())
                .filteredOn(clock -> clock.is(null, ClockKind.OUTSIDE))
                .singleElement()
                .matches(ClockFacts::runs);
    }
}
