package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.Refused;

/** 内部分办. */
class AssignInsideTest extends CaseFixture {
    private static WorkCommand.AssignInside to(String section, String handler) {
        return new WorkCommand.AssignInside(CASE, HEATING_CLERK, minutes(30), 1, section, handler);
    }

    @Test
    void a_unit_gives_it_from_hand_to_hand_and_no_clock_changes() {
        Story story = new Story().whistled();
        List<ClockFacts> clocks = story.facts().clocks();
        story.ask(minutes(30), to("first-crew", "handler-9"));
        story.ask(minutes(31), to("second-crew", "handler-10"));

        DispatchFacts dispatch = story.facts().dispatches().get(1);
        assertThat(dispatch.handler()).isEqualTo("handler-10");
        assertThat(dispatch.work().section()).isEqualTo("second-crew");
        assertThat(dispatch.people()).contains("handler-9", "handler-10");
        assertThat(story.facts().clocks()).isEqualTo(clocks);
    }

    @Test
    void what_is_answered_is_not_assigned_any_more() {
        given(answered())
                .when(to("first-crew", "handler-9"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(1, "REPLIED"));
    }
}
