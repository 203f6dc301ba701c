package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.axonframework.test.matchers.Matchers.equalTo;
import static org.axonframework.test.matchers.Matchers.listWithAnyOf;
import static org.axonframework.test.matchers.Matchers.payloadsMatching;
import static org.shaodao.casefile.Sample.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.Reckoning;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 作出承诺. */
class MakeCommitmentTest extends CaseFixture {
    private static CommitmentCommand.MakeCommitment make(By by, String unit, String dueOn) {
        return new CommitmentCommand.MakeCommitment(
                CASE, by, minutes(245), unit, words("更换老旧管道"), LocalDate.parse(dueOn));
    }

    @Test
    void a_promise_has_a_clock_that_runs_through_its_day() {
        given(answered(verified()))
                .when(make(HEATING_CLERK, HEATING, "2026-01-12"))
                .expectEvents(commitmentMade(), noted());
    }

    /** The sample clock, started when the fixture says it is. */
    private static ClockEvent.ClocksStarted noted() {
        var calendar = SampleRules.RULES.calendar().content();
        var due = Reckoning.through(LocalDate.parse("2026-01-12"), MORNING, calendar);
        assertThat(due.at()).isEqualTo("2026-01-12T16:00:00Z");
        return new ClockEvent.ClocksStarted(
                HEATING_CLERK,
                minutes(245),
                null,
                null,
                MORNING,
                SampleRules.PACK,
                SampleRules.CALENDAR,
                List.of(new StartedClock(ClockKind.COMMITMENT, 1, due)));
    }

    @Test
    void the_street_may_promise_for_a_unit_of_the_case_even_after_closing() {
        given(answered(verified(), commitmentMade(), closed()))
                .when(make(OFFICER, HOUSING, "2026-03-31"))
                .expectEventsMatching(payloadsMatching(listWithAnyOf(equalTo(new CommitmentEvent.CommitmentMade(
                        OFFICER, minutes(245), 2, HOUSING, words("更换老旧管道"), LocalDate.parse("2026-03-31"))))));
    }

    @Test
    void a_unit_promises_nothing_for_another() {
        given(answered(verified()))
                .when(make(HEATING_CLERK, HOUSING, "2026-01-12"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourCommitment(HOUSING));
    }

    @Test
    void who_has_nothing_to_do_with_the_case_promises_nothing_in_it() {
        given(answered(verified()))
                .when(make(OFFICER, WATER, "2026-01-12"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCode("unit", WATER));
    }

    @Test
    void a_promise_is_not_for_yesterday() {
        given(answered(verified()))
                .when(make(HEATING_CLERK, HEATING, "2026-01-11"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DueOutOfRange(
                        LocalDate.parse("2026-01-11"), LocalDate.parse("2026-01-12"), LocalDate.parse("2036-01-13")));
    }

    @Test
    void nor_for_ever() {
        given(answered(verified()))
                .when(make(HEATING_CLERK, HEATING, "+999999999-12-31"))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DueOutOfRange(
                        LocalDate.MAX, LocalDate.parse("2026-01-12"), LocalDate.parse("2036-01-13")));
    }
}
