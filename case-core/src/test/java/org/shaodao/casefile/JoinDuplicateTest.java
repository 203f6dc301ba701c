package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.LinkSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;

/** 并单, the survivor's half, and its undoing. */
class JoinDuplicateTest extends CaseFixture {
    private static final Instant HANDLING_DUE =
            clocks().clocks().getLast().due().at();

    private static LinkCommand.JoinDuplicate join(RunningDue... running) {
        return new LinkCommand.JoinDuplicate(
                CASE,
                OFFICER,
                minutes(2000),
                OTHER,
                OTHER_NUMBER,
                STREET,
                List.of(NEIGHBOUR),
                minutes(1900),
                List.of(running));
    }

    @Test
    void the_earliest_due_instant_holds() {
        Instant earlier = HANDLING_DUE.minus(Duration.ofHours(1));
        EarlierDue revised = new EarlierDue(ClockKind.HANDLING, 1, 1, earlier);
        given(whistled(clocks()))
                .when(join(new RunningDue(ClockKind.HANDLING, earlier), new RunningDue(ClockKind.WHOLE_CASE, earlier)))
                .expectEvents(duplicateJoined(revised));

        CaseFacts facts = facts(raised(), dispatched(1, lead(HEATING)), clocks(), duplicateJoined(revised));
        assertThat(facts.clocks().getLast().dueAt()).isEqualTo(earlier);
        assertThat(facts.clocks().get(1).dueAt())
                .isEqualTo(clocks().clocks().getFirst().due().at());
    }

    @Test
    void a_later_due_instant_changes_nothing_nor_does_one_that_has_passed() {
        given(whistled(clocks()))
                .when(join(
                        new RunningDue(ClockKind.HANDLING, HANDLING_DUE.plusSeconds(1)),
                        new RunningDue(ClockKind.HANDLING, MORNING)))
                .expectEvents(duplicateJoined());
    }

    @Test
    void everybody_who_joined_is_a_co_complainant_until_their_case_goes_on_alone() {
        assertThat(facts(raised(), duplicateJoined()).link().coComplainants()).containsExactly(NEIGHBOUR);
        assertThat(facts(
                                raised(),
                                duplicateJoined(),
                                new LinkEvent.DuplicateReleased(OFFICER, minutes(2010), OTHER, OTHER_NUMBER))
                        .link()
                        .coComplainants())
                .isEmpty();
    }

    @Test
    void a_case_that_ended_goes_on_for_nobody() {
        given(answered(verified(), closed()))
                .when(join())
                .expectExceptionDetails(new CaseRefusal.SurvivorEnded(NUMBER, "closed"));
        given(whistled(mergedInto()))
                .when(join())
                .expectExceptionDetails(new CaseRefusal.SurvivorEnded(NUMBER, "merged"));
        given(answered(duplicateJoined(), verified(), closed()))
                .when(new LinkCommand.ReleaseDuplicate(CASE, OFFICER, minutes(2010), OTHER, STREET))
                .expectExceptionDetails(new CaseRefusal.SurvivorEnded(NUMBER, "closed"));
    }

    @Test
    void only_a_duplicate_that_joined_is_released() {
        given(whistled(duplicateJoined()))
                .when(new LinkCommand.ReleaseDuplicate(CASE, OFFICER, minutes(2010), OTHER, STREET))
                .expectEvents(new LinkEvent.DuplicateReleased(OFFICER, minutes(2010), OTHER, OTHER_NUMBER));
        given(whistled())
                .when(new LinkCommand.ReleaseDuplicate(CASE, OFFICER, minutes(2010), OTHER, STREET))
                .expectExceptionDetails(new CaseRefusal.NotMergedWith());
    }

    private static CaseFacts facts(CaseEvent... history) {
        return ((CaseState.Known) LifeCycleTest.after(List.of(history))).facts();
    }
}
