package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Sealed;

/** 变更主办, 首接负责. */
class ChangeLeadTest extends CaseFixture {
    private static CallingCommand.ChangeLead change(String unit, @Nullable Sealed task, PreviousLead then) {
        return new CallingCommand.ChangeLead(CASE, OFFICER, minutes(20), unit, task, then, words("管线属水务公司"));
    }

    @Test
    void the_lead_goes_to_a_unit_at_work() {
        given(whistled())
                .when(change(HOUSING, null, PreviousLead.ASSISTS))
                .expectEvents(leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ASSISTS));
    }

    @Test
    void the_lead_goes_to_a_unit_that_is_called_for_it_and_told_what_to_do() {
        given(whistled())
                .when(change(WATER, words("抢修管线"), PreviousLead.ENDS))
                .expectEvents(
                        new CallingEvent.Dispatched(
                                OFFICER, minutes(20), 3, 1, WATER, DispatchRole.ASSISTING, words("抢修管线")),
                        leadChanged(1, HEATING, 3, WATER, PreviousLead.ENDS));
        given(whistled())
                .when(change(WATER, null, PreviousLead.ENDS))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.TaskNeeded(WATER));
    }

    @Test
    void the_lead_does_not_go_to_itself_or_beyond_the_reach_of_the_street() {
        given(whistled())
                .when(change(HEATING, null, PreviousLead.ENDS))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnitCalledTwice(HEATING));
        given(whistled())
                .when(change(SampleRegistry.FAR_BUREAU, words("请支援"), PreviousLead.ENDS))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.MayNotWhistle(STREET, SampleRegistry.FAR_BUREAU));
    }

    @Test
    void where_nobody_leads_a_lead_is_called_not_changed() {
        given(answered())
                .when(change(WATER, words("抢修管线"), PreviousLead.ENDS))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void the_previous_lead_stays_responsible_until_the_next_accepts() {
        CaseFacts changed = after(leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ENDS));
        assertThat(changed.responsible()).isEqualTo(1);
        assertThat(ofDispatches(changed)).isNotEmpty().allMatch(ClockFacts::runs);

        CaseFacts accepted = after(leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ENDS), accepted(2, HOUSING_CLERK));
        assertThat(accepted.responsible()).isEqualTo(2);
        assertThat(dispatch(accepted, 1).state()).isEqualTo(DispatchFacts.State.ENDED);
        assertThat(ofDispatches(accepted)).allMatch(clock -> clock.state() == ClockFacts.State.LAPSED);
    }

    private static List<ClockFacts> ofDispatches(CaseFacts facts) {
        return facts.clocks().stream().filter(clock -> clock.dispatch() != null).toList();
    }

    @Test
    void the_previous_lead_goes_on_assisting_where_the_street_says_so() {
        CaseFacts replied = after(leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ASSISTS), interim(2, HOUSING_CLERK));
        assertThat(replied.responsible()).isEqualTo(2);
        assertThat(dispatch(replied, 1).role()).isEqualTo(DispatchRole.ASSISTING);
        assertThat(dispatch(replied, 1).open()).isTrue();
        assertThat(replied.clocks()).allMatch(ClockFacts::runs);
    }

    @Test
    void whoever_has_accepted_leads_at_once() {
        CaseFacts changed = after(accepted(2, HOUSING_CLERK), leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ENDS));
        assertThat(changed.responsible()).isEqualTo(2);
    }

    @Test
    void the_last_change_counts() {
        CaseFacts changed = after(
                dispatched(3, assisting(WATER)),
                leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ENDS),
                leadChanged(1, HEATING, 3, WATER, PreviousLead.ENDS),
                accepted(2, HOUSING_CLERK));
        assertThat(changed.responsible()).isEqualTo(1);
    }

    /** What is known after a lead and an assisting unit were called, with the clocks of the lead, and this happened. */
    private static CaseFacts after(CaseEvent... then) {
        List<CaseEvent> history = new ArrayList<>(List.of(
                raised(), whistleBlown(1), dispatched(1, lead(HEATING)), clocks(), dispatched(2, assisting(HOUSING))));
        history.addAll(List.of(then));
        CaseFacts facts = null;
        for (CaseEvent event : history) {
            facts = CaseFacts.after(facts, event, event.occurredAt());
        }
        return Objects.requireNonNull(facts);
    }

    private static DispatchFacts dispatch(CaseFacts facts, int number) {
        return Objects.requireNonNull(facts.dispatches().get(number));
    }

    @Test
    void an_assisting_unit_takes_over_from_a_lead_that_was_right_to_hand_back() {
        given(whistled(DisputeSamples.handedBack(1, HEATING_CLERK), DisputeSamples.agreed(1, HEATING)))
                .when(change(HOUSING, null, PreviousLead.ENDS))
                .expectEvents(leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ENDS));
        given(whistled(DisputeSamples.handedBack(1, HEATING_CLERK), DisputeSamples.agreed(1, HEATING)))
                .when(change(WATER, words("抢修管线"), PreviousLead.ENDS))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));

        CaseFacts changed = after(
                DisputeSamples.handedBack(1, HEATING_CLERK),
                DisputeSamples.agreed(1, HEATING),
                leadChanged(1, HEATING, 2, HOUSING, PreviousLead.ENDS));
        assertThat(changed.responsible()).isEqualTo(1);
        CaseFacts accepted = CaseFacts.after(changed, accepted(2, HOUSING_CLERK), minutes(60));
        assertThat(Objects.requireNonNull(accepted).responsible()).isEqualTo(2);
    }

    @Test
    void whoever_is_to_lead_now_has_to_contact_the_resident_unless_somebody_did() {
        Story story = new Story().whistled();
        story.ask(minutes(20), change(WATER, words("抢修管线"), PreviousLead.ENDS));
        assertThat(contactClocks(story.facts()))
                .extracting(ClockFacts::dispatch)
                .containsExactly(1, 2);

        Story contacted = new Story().whistled();
        contacted.ask(
                minutes(10),
                new WorkCommand.Contact(
                        CASE, HEATING_CLERK, minutes(10), 1, ContactResult.REACHED, ContactMeans.TELEPHONE, null));
        contacted.ask(minutes(20), change(WATER, words("抢修管线"), PreviousLead.ENDS));
        assertThat(contactClocks(contacted.facts()))
                .extracting(ClockFacts::dispatch)
                .containsExactly(1);
    }

    private static List<ClockFacts> contactClocks(CaseFacts facts) {
        return facts.clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.FIRST_CONTACT)
                .toList();
    }
}
