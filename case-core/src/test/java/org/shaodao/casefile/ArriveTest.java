package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.Refused;

/** 到场. */
class ArriveTest extends CaseFixture {
    private static final WorkCommand.Arrive ARRIVE = new WorkCommand.Arrive(
            CASE,
            HEATING_CLERK,
            minutes(60),
            1,
            ReportMode.ON_THE_SPOT,
            words("换热站"),
            List.of(Evidence.PHOTO),
            attached());

    ArriveTest() {
        super(() -> minutes(1440), SampleRules.NO_CLOCKS);
    }

    @Test
    void a_unit_reports_where_it_was_called_to() {
        given(whistled()).when(ARRIVE).expectEvents(arrived(1, HEATING_CLERK));
    }

    @Test
    void who_is_there_does_not_arrive_again_before_leaving() {
        given(whistled(arrived(1, HEATING_CLERK)))
                .when(ARRIVE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyThere(1));
        given(whistled(arrived(1, HEATING_CLERK), left(1, HEATING_CLERK)))
                .when(ARRIVE)
                .expectEvents(arrived(1, HEATING_CLERK));
    }

    @Test
    void an_appointed_time_is_the_due_instant_and_says_so() {
        Story story = new Story();
        story.ask(MORNING, raise());
        StartedClock arrival = story.ask(minutes(5), blowWhistle(lead(HEATING))).stream()
                .filter(ClockEvent.ClocksStarted.class::isInstance)
                .flatMap(started -> ((ClockEvent.ClocksStarted) started).clocks().stream())
                .filter(clock -> clock.kind() == ClockKind.ARRIVAL)
                .findFirst()
                .orElseThrow();

        assertThat(arrival.due().at()).isEqualTo(minutes(65));
        assertThat(arrival.due().steps())
                .extracting(step -> step.kind())
                .containsExactly(DueStepKind.STARTED, DueStepKind.APPOINTED);
    }

    @Test
    void who_was_dispatched_without_a_whistle_need_not_come() {
        Story story = new Story();
        story.ask(MORNING, raise());
        story.ask(minutes(5), new CallingCommand.Dispatch(CASE, OFFICER, minutes(5), lead(HEATING)));

        assertThat(story.facts().clocks()).noneMatch(clock -> clock.kind() == ClockKind.ARRIVAL);
    }
}
