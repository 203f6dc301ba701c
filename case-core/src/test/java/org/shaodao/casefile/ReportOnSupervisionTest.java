package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.PolicyPack.Measure;
import org.shaodao.fact.By;
import org.shaodao.fact.Refusal;

/** 督办反馈. */
class ReportOnSupervisionTest extends CaseFixture {
    @Test
    void the_unit_answers_its_order_even_after_it_has_replied() {
        given(whistled(SupervisionSamples.supervisionOrdered(), finalReply(1, HEATING_CLERK)))
                .when(report(HEATING_CLERK, 1))
                .expectEvents(reported(HEATING_CLERK, 1, HEATING));
    }

    @Test
    void the_street_answers_an_order_about_the_case() {
        given(whistled(ordered(null))).when(report(OFFICER, null)).expectEvents(reported(OFFICER, null, null));
    }

    @Test
    void one_report_answers_every_order_that_waits() {
        refuses(
                HEATING_CLERK,
                1,
                new CaseRefusal.NothingToReport(),
                ordered(1),
                ordered(1),
                reported(HEATING_CLERK, 1, HEATING));
    }

    @Test
    void without_an_order_there_is_nothing_to_report() {
        refuses(HEATING_CLERK, 1, new CaseRefusal.NothingToReport(), ordered(null));
    }

    @Test
    void a_unit_does_not_report_for_another() {
        refuses(HOUSING_CLERK, 1, new CaseRefusal.NotYourDispatch(1, HEATING), ordered(1));
    }

    @Test
    void orders_and_reminders_are_counted_for_each_unit() {
        CaseState state = LifeCycleTest.after(List.of(
                raised(),
                whistleBlown(1),
                dispatched(1, lead(HEATING)),
                SupervisionSamples.reminded(),
                ordered(1),
                SupervisionSamples.reminded(),
                ordered(null)));

        SupervisionFacts known = ((CaseState.Known) state).facts().supervision();
        assertThat(known.count(1, Measure.REMIND)).isEqualTo(2);
        assertThat(known.count(1, Measure.SUPERVISE)).isEqualTo(1);
        assertThat(known.count(null, Measure.SUPERVISE)).isEqualTo(1);
        assertThat(known.count(2, Measure.REMIND)).isZero();
    }

    private void refuses(By by, int dispatch, Refusal why, Object... since) {
        given(whistled(since)).when(report(by, dispatch)).expectNoEvents().expectExceptionDetails(why);
    }

    private static SupervisionCommand.ReportOnSupervision report(By by, @Nullable Integer dispatch) {
        return new SupervisionCommand.ReportOnSupervision(CASE, by, minutes(500), dispatch, words("已派抢修队"));
    }

    private static SupervisionEvent.SupervisionReported reported(
            By by, @Nullable Integer dispatch, @Nullable String unit) {
        return new SupervisionEvent.SupervisionReported(by, minutes(500), dispatch, unit, words("已派抢修队"));
    }

    private static SupervisionEvent.SupervisionOrdered ordered(@Nullable Integer dispatch) {
        String unit = dispatch == null ? null : HEATING;
        return new SupervisionEvent.SupervisionOrdered(
                SUPERVISOR, minutes(400), dispatch, unit, null, null, null, null, words("请办结"));
    }
}
