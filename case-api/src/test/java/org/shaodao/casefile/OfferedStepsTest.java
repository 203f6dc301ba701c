package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;

class OfferedStepsTest {
    private static final Rulebook RULES = SampleRules.at(minutes(2000), SampleRules.NO_CLOCKS);
    private static final List<String> STEPS = List.of(
            "acknowledge",
            "accept",
            "assign-inside",
            "contact",
            "arrive",
            "leave",
            "ask-particulars",
            "reply",
            "hand-back",
            "verify",
            "order-rework",
            "close");

    @Test
    void a_unit_is_offered_what_it_may_do_with_its_own_dispatch() {
        assertThat(offered(HEATING_CLERK, raised(), whistleBlown(1), dispatched(1, lead(HEATING))))
                .containsExactly(
                        "acknowledge",
                        "accept",
                        "assign-inside",
                        "contact",
                        "arrive",
                        "ask-particulars",
                        "reply",
                        "hand-back");
    }

    @Test
    void what_was_done_is_not_offered_again() {
        assertThat(offered(
                        HEATING_CLERK,
                        raised(),
                        whistleBlown(1),
                        dispatched(1, lead(HEATING)),
                        accepted(1, HEATING_CLERK),
                        arrived(1, HEATING_CLERK)))
                .contains("leave", "reply")
                .doesNotContain("acknowledge", "accept", "arrive");
        assertThat(offered(
                        HEATING_CLERK,
                        raised(),
                        whistleBlown(1),
                        dispatched(1, lead(HEATING)),
                        finalReply(1, HEATING_CLERK)))
                .doesNotContain("reply", "hand-back", "acknowledge");
    }

    @Test
    void nothing_is_offered_that_is_for_somebody_else() {
        Object[] replied = {raised(), whistleBlown(1), dispatched(1, lead(HEATING)), finalReply(1, HEATING_CLERK)};
        assertThat(offered(HOUSING_CLERK, replied)).isEmpty();
        assertThat(offered(AUDITOR, replied)).isEmpty();
        assertThat(offered(OFFICER, replied)).contains("verify", "order-rework").doesNotContain("reply", "close");
        assertThat(offered(OTHER_STREET, replied)).isEmpty();
    }

    private static Set<String> offered(By by, Object... events) {
        return new OfferedSteps(CASE, LifeCycleTest.facts(events), by, 1, RULES).of(STEPS);
    }
}
