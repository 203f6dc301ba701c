package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 兑现承诺. */
class KeepCommitmentTest extends CaseFixture {
    private static final CommitmentEvent.CommitmentKept KEPT =
            new CommitmentEvent.CommitmentKept(HEATING_CLERK, minutes(700), 1, HEATING, words("验收单"));

    private static CommitmentCommand.KeepCommitment keep(By by, int commitment) {
        return new CommitmentCommand.KeepCommitment(CASE, by, minutes(700), commitment, words("验收单"));
    }

    @Test
    void who_promised_proves_it() {
        given(answered(verified(), commitmentMade(), closed()))
                .when(keep(HEATING_CLERK, 1))
                .expectEvents(KEPT);
    }

    @Test
    void its_clock_ends_and_no_other() {
        CaseFacts facts = null;
        for (Object event : answered(commitmentMade(), commitmentClock(), commitmentMade(), KEPT)) {
            facts = CaseFacts.after(facts, (CaseEvent) event, ((CaseEvent) event).occurredAt());
        }
        assertThat(Objects.requireNonNull(facts).clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.COMMITMENT)
                .extracting(ClockFacts::state)
                .containsExactly(ClockFacts.State.MET);
    }

    @Test
    void nobody_proves_what_another_promised() {
        given(answered(commitmentMade()))
                .when(keep(HOUSING_CLERK, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourCommitment(HEATING));
    }

    @Test
    void a_promise_is_kept_once() {
        given(answered(commitmentMade(), KEPT))
                .when(keep(OFFICER, 1))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.CommitmentSettled(1, "KEPT"));
    }

    @Test
    void a_promise_that_never_was_cannot_be_kept() {
        given(answered(commitmentMade()))
                .when(keep(OFFICER, 2))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCommitment(2));
    }
}
