package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 联系居民. */
class ContactTest extends CaseFixture {
    private static final Instant NEXT_DAY = MORNING.plusSeconds(86_400);

    private static WorkCommand.Contact contact(By by, Instant at, ContactResult result) {
        return new WorkCommand.Contact(CASE, by, at, 1, result, ContactMeans.TELEPHONE, null);
    }

    ContactTest() {
        super(() -> minutes(1440), SampleRules.NO_CLOCKS);
    }

    @Test
    void a_resident_who_was_reached_was_contacted() {
        given(whistled())
                .when(contact(HEATING_CLERK, minutes(20), ContactResult.REACHED))
                .expectEvents(new WorkEvent.Contacted(
                        HEATING_CLERK,
                        minutes(20),
                        1,
                        HEATING,
                        ContactResult.REACHED,
                        ContactMeans.TELEPHONE,
                        0,
                        false,
                        true,
                        null));
    }

    @Test
    void another_unit_does_not_contact_for_the_lead() {
        given(whistled())
                .when(contact(HOUSING_CLERK, minutes(20), ContactResult.REACHED))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
    }

    @Test
    void attempts_at_different_hours_on_different_days_make_a_series_that_counts_as_contact() {
        Story story = new Story().whistled();
        tried(story, minutes(20), false);
        tried(story, minutes(100), false);
        assertThat(story.clock(ClockKind.FIRST_CONTACT).runs()).isTrue();

        tried(story, NEXT_DAY.plusSeconds(4 * 3600), true);

        assertThat(story.clock(ClockKind.FIRST_CONTACT).endedAt()).isEqualTo(NEXT_DAY.plusSeconds(4 * 3600));
        assertThat(story.clock(ClockKind.PROGRESS).runs()).isTrue();
    }

    @Test
    void attempts_on_one_day_or_at_one_hour_are_no_series() {
        Story oneDay = new Story().whistled();
        for (int minutes : new int[] {20, 100, 200, 300}) {
            tried(oneDay, minutes(minutes), false);
        }
        Story oneHour = new Story().whistled();
        for (int day = 0; day < 4; day++) {
            tried(oneHour, minutes(20).plusSeconds(86_400L * day), false);
        }
    }

    @Test
    void nobody_has_to_contact_a_resident_who_left_no_name_and_no_telephone() {
        Story story = new Story();
        story.ask(MORNING, raise().withName(null).withPhone(null));
        story.ask(minutes(5), blowWhistle(lead(HEATING)));

        assertThat(story.facts().clocks()).noneMatch(clock -> clock.kind() == ClockKind.FIRST_CONTACT);
    }

    private static void tried(Story story, Instant at, boolean seriesFull) {
        CaseEvent told = story.ask(at, contact(HEATING_CLERK, at, ContactResult.NOT_REACHED)).stream()
                .filter(WorkEvent.Contacted.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(((WorkEvent.Contacted) Objects.requireNonNull(told)).seriesFull())
                .isEqualTo(seriesFull);
    }

    @Test
    void in_a_tip_off_only_the_street_or_the_district_contacts_and_the_unit_has_done_nothing_with_that() {
        Demand demand = Demand.of(raised());
        IntakeEvent.Corrected tipOff = new IntakeEvent.Corrected(
                OFFICER,
                minutes(6),
                DemandKind.TIP_OFF,
                demand.kind(),
                demand.urgency(),
                demand.urgency(),
                demand.category(),
                demand.category(),
                demand.place(),
                demand.place(),
                demand.community(),
                words("举报"));
        given(whistled(tipOff))
                .when(contact(HEATING_CLERK, minutes(20), ContactResult.REACHED))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ContactThroughTheStreet());
        for (By by : new By[] {OFFICER, SUPERVISOR}) {
            given(whistled(tipOff))
                    .when(contact(by, minutes(20), ContactResult.REACHED))
                    .expectSuccessfulHandlerExecution();
        }
        CaseFacts facts = LifeCycleTest.facts(whistled(
                tipOff,
                clocks(),
                new WorkEvent.Contacted(
                        OFFICER,
                        minutes(20),
                        1,
                        HEATING,
                        ContactResult.REACHED,
                        ContactMeans.TELEPHONE,
                        0,
                        false,
                        false,
                        null)));
        assertThat(facts.handledBy(OFFICER)).isFalse();
        assertThat(facts.handling(1)).isPresent();
        assertThat(facts.dispatches().get(1)).extracting(DispatchFacts::state).isEqualTo(DispatchFacts.State.SENT);
    }
}
