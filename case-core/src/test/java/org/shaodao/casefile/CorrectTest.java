package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 更正. */
class CorrectTest extends CaseFixture {
    private static IntakeCommand.Correct correct(
            @Nullable DemandKind kind, @Nullable Urgency urgency, @Nullable String category) {
        return new IntakeCommand.Correct(CASE, OFFICER, minutes(4), kind, urgency, category, null, words("来电人补充说明"));
    }

    @Test
    void the_event_names_what_holds_and_what_was_said_before() {
        given(raised())
                .when(correct(null, Urgency.URGENT, "heating/burst-pipe"))
                .expectEvents(new IntakeEvent.Corrected(
                        OFFICER,
                        minutes(4),
                        DemandKind.HELP,
                        DemandKind.HELP,
                        Urgency.URGENT,
                        Urgency.NORMAL,
                        "heating/burst-pipe",
                        "heating/cold-home",
                        "huayuan-community",
                        "huayuan-community",
                        COMMUNITY,
                        words("来电人补充说明")));
    }

    @Test
    void what_changes_nothing_is_no_correction() {
        given(raised())
                .when(correct(DemandKind.HELP, Urgency.NORMAL, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NothingCorrected());
    }

    @Test
    void after_a_final_reply_the_demand_stays_as_it_was_answered() {
        given(whistled(finalReply(1, HEATING_CLERK)))
                .when(correct(DemandKind.ENQUIRY, null, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.RepliedFinally());
    }

    @Test
    void a_unit_never_reclassifies() {
        given(whistled())
                .when(new IntakeCommand.Correct(
                        CASE, HEATING_CLERK, minutes(20), DemandKind.ENQUIRY, null, null, null, words("只是咨询")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("correct", "UNIT"));
    }

    @Test
    void what_turns_out_to_be_a_tip_off_becomes_confidential_and_stays_so() {
        Demand tipOff = demandAfter(raised(), corrected(DemandKind.TIP_OFF));
        assertThat(tipOff.confidential()).isTrue();
        Demand complaint = demandAfter(raised(), corrected(DemandKind.TIP_OFF), corrected(DemandKind.COMPLAINT));
        assertThat(complaint.confidential()).isTrue();
    }

    @Test
    void what_became_urgent_is_reckoned_anew_from_when_the_unit_was_called_half_of_the_time_too() {
        Story story = new Story().whistled();
        story.ask(minutes(60), correct(null, Urgency.EMERGENCY, null));

        assertThat(story.clock(ClockKind.HANDLING).dueAt()).isEqualTo(minutes(5 + 1440));
        assertThat(story.clock(ClockKind.PROGRESS).dueAt()).isEqualTo(minutes(5 + 720));
        assertThat(story.clock(ClockKind.ARRIVAL).dueAt()).isEqualTo(minutes(65));
    }

    @Test
    void what_the_rules_that_fit_now_ask_and_those_before_did_not_begins_when_the_unit_was_called() {
        Story story = new Story();
        story.ask(MORNING, raise().withUrgency(Urgency.EMERGENCY));
        story.ask(minutes(5), blowWhistle(lead(HEATING)));
        assertThat(story.facts().clocks()).noneMatch(clock -> clock.kind() == ClockKind.FIRST_CONTACT);

        story.ask(minutes(60), correct(null, Urgency.NORMAL, null));
        assertThat(story.clock(ClockKind.FIRST_CONTACT).startedAt()).isEqualTo(minutes(5));
        story.ask(minutes(61), correct(null, Urgency.URGENT, null));
        assertThat(story.facts().clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.FIRST_CONTACT)
                .hasSize(1);
    }

    private static Demand demandAfter(CaseEvent... events) {
        return ((CaseState.Known) LifeCycleTest.after(List.of(events))).facts().demand();
    }

    private static CaseEvent corrected(DemandKind kind) {
        return demandAfter(raised()).correctedBy(correct(kind, null, null), null);
    }
}
