package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.MutualSamples.unitRated;
import static org.shaodao.casefile.MutualSamples.whistleRated;
import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.fact.Refused;

/** 评哨. */
class RateWhistleTest extends CaseFixture {
    private static final MutualCommand.RateWhistle RATE =
            new MutualCommand.RateWhistle(CASE, HEATING_CLERK, minutes(260), 1, true, false, true, words("没有门牌号"));

    RateWhistleTest() {
        super(() -> now, SampleRules.RULES);
    }

    private static Instant now = minutes(260);

    @BeforeEach
    void soon_after() {
        now = minutes(260);
    }

    @Test
    void a_unit_rates_the_whistle_that_called_it() {
        given(answered(verified())).when(RATE).expectEvents(whistleRated(1));
    }

    @Test
    void a_unit_rates_no_call_of_another() {
        given(answered(verified()))
                .when(new MutualCommand.RateWhistle(CASE, HOUSING_CLERK, minutes(260), 1, true, true, true, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourDispatch(1, HEATING));
    }

    @Test
    void once_is_enough() {
        given(answered(verified(), whistleRated(1)))
                .when(RATE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.RatedAlready(1));
    }

    @Test
    void verification_opens_a_window_for_every_finished_dispatch() {
        assertThat(windows(verification())).extracting(ClockFacts::dispatch).containsExactly(1, 2);
    }

    @Test
    void a_window_that_passes_closes_and_nothing_is_missed() {
        ClockFacts window = windows(verification()).getFirst();
        Instant due = window.dueAt();
        given(answered(verification()))
                .when(new ClockCommand.NoteMissedDeadline(
                        CASE, WATCHER, due.plusSeconds(1), 1, ClockKind.RATING_WINDOW, 1))
                .expectEvents(new ClockEvent.WindowClosed(
                        WATCHER, due, 1, HEATING, ClockKind.RATING_WINDOW, 1, due, due.plusSeconds(1)));
    }

    @Test
    void who_may_read_the_other_side_does_not_rate_any_more() {
        now = windows(verification()).getFirst().dueAt().plusSeconds(1);
        given(answered(verification()))
                .when(RATE)
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.RatingWindowOver(1));
    }

    @Test
    void a_rating_is_sealed_until_the_other_side_has_rated() {
        assertThat(facts(and(verification(), unitRated(1))).sealedRatings()).containsExactly(1);

        CaseFacts both = facts(and(verification(), unitRated(1), whistleRated(1)));
        assertThat(both.sealedRatings()).isEmpty();
        assertThat(windows(and(verification(), unitRated(1), whistleRated(1))))
                .extracting(ClockFacts::runs)
                .containsExactly(false, true);
    }

    @Test
    void a_rating_is_sealed_until_the_window_has_closed() {
        Instant due = windows(verification()).getFirst().dueAt();
        CaseEvent closed = new ClockEvent.WindowClosed(WATCHER, due, 1, HEATING, ClockKind.RATING_WINDOW, 1, due, due);
        assertThat(facts(and(verification(), whistleRated(1), closed)).sealedRatings())
                .isEmpty();
    }

    /** The verification, with the clocks it starts. */
    private static Object[] verification() {
        CaseState state = new CaseState.Unborn();
        for (Object event : answered()) {
            state = state.after((CaseEvent) event, minutes(190));
        }
        return state.decide(
                        new ClosingCommand.Verify(
                                CASE, OFFICER, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")),
                        SampleRules.at(minutes(240), SampleRules.RULES))
                .toArray();
    }

    private static Object[] and(Object[] history, Object... next) {
        return Stream.of(history, next).flatMap(Stream::of).toArray();
    }

    private static CaseFacts facts(Object... since) {
        CaseFacts facts = null;
        for (Object event : answered(since)) {
            facts = CaseFacts.after(facts, (CaseEvent) event, ((CaseEvent) event).occurredAt());
        }
        return Objects.requireNonNull(facts);
    }

    private static List<ClockFacts> windows(Object... since) {
        return facts(since).clocks().stream()
                .filter(clock -> clock.kind() == ClockKind.RATING_WINDOW)
                .toList();
    }
}
