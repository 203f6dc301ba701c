package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.LinkSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.clocks.ClockKind;
import org.shaodao.clocks.DueStepKind;
import org.shaodao.demand.Urgency;

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
    void the_earliest_due_instant_holds_and_says_whose_it_was() {
        Instant earlier = HANDLING_DUE.minus(Duration.ofHours(1));
        Story story = new Story().whistled();
        story.ask(minutes(2000), join(new RunningDue(ClockKind.HANDLING, earlier)));

        ClockFacts handling = story.clock(ClockKind.HANDLING);
        assertThat(handling.dueAt()).isEqualTo(earlier);
        assertThat(handling.why()).singleElement().satisfies(step -> {
            assertThat(step.kind()).isEqualTo(DueStepKind.PROMISED_EARLIER);
            assertThat(step.name()).isEqualTo(OTHER_NUMBER);
        });
        assertThat(story.facts().clocks())
                .filteredOn(clock -> clock.kind() != ClockKind.HANDLING)
                .allSatisfy(clock -> assertThat(clock.dueAt()).isEqualTo(clock.originalDueAt()));
    }

    @Test
    void a_later_due_instant_changes_nothing_nor_does_one_that_has_passed() {
        Story story = new Story().whistled();
        story.ask(
                minutes(2000),
                join(
                        new RunningDue(ClockKind.HANDLING, HANDLING_DUE.plusSeconds(1)),
                        new RunningDue(ClockKind.WHOLE_CASE, MORNING)));
        assertThat(story.facts().clocks())
                .allSatisfy(clock -> assertThat(clock.dueAt()).isEqualTo(clock.originalDueAt()));
    }

    @Test
    void a_correction_tightens_what_was_promised_and_never_loosens_it() {
        Instant promised = HANDLING_DUE.minus(Duration.ofHours(1));
        Story story = new Story().whistled();
        story.ask(minutes(30), join(new RunningDue(ClockKind.HANDLING, promised)));
        story.ask(minutes(40), corrected(Urgency.EMERGENCY));
        assertThat(story.clock(ClockKind.HANDLING).dueAt()).isEqualTo(minutes(5 + 1440));

        story.ask(minutes(50), corrected(Urgency.NORMAL));
        assertThat(story.clock(ClockKind.HANDLING).dueAt()).isEqualTo(promised);
    }

    private static IntakeCommand.Correct corrected(Urgency urgency) {
        return new IntakeCommand.Correct(CASE, OFFICER, minutes(30), null, urgency, null, null, words("来电人补充说明"));
    }

    @Test
    void what_was_promised_to_whoever_joined_goes_on_to_the_next_survivor() {
        Story story = new Story();
        story.ask(MORNING, raise());
        story.ask(minutes(2), join(new RunningDue(ClockKind.HANDLING, minutes(600))));
        assertThat(LinkRules.expected(story.facts())).contains(new RunningDue(ClockKind.HANDLING, minutes(600)));
    }

    @Test
    void when_the_duplicate_goes_alone_its_other_system_waits_for_that_case_only() {
        Story story = new Story();
        story.ask(MORNING, raise().withOutside(null));
        story.ask(minutes(2), join(new RunningDue(ClockKind.OUTSIDE, minutes(9000))));
        story.ask(minutes(3), new LinkCommand.ReleaseDuplicate(CASE, OFFICER, minutes(3), OTHER, STREET));
        assertThat(story.facts().clocks())
                .filteredOn(clock -> clock.is(null, ClockKind.OUTSIDE))
                .noneMatch(ClockFacts::runs);
    }

    @Test
    void a_promise_holds_for_whoever_is_called_after_the_duplicate_joined() {
        Story story = new Story();
        Instant promised = minutes(600);
        story.ask(MORNING, raise());
        story.ask(minutes(2), join(new RunningDue(ClockKind.HANDLING, promised)));
        story.ask(minutes(5), blowWhistle(lead(HEATING), assisting(HOUSING)));

        assertThat(story.clock(ClockKind.HANDLING).dueAt()).isEqualTo(promised);
        assertThat(story.facts().clocks())
                .filteredOn(clock -> clock.is(2, ClockKind.HANDLING))
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo(HANDLING_DUE));
    }

    @Test
    void the_other_system_of_a_duplicate_goes_on_waiting() {
        Story story = new Story();
        Instant demanded = minutes(9000);
        story.ask(MORNING, raise().withOutside(null));
        story.ask(minutes(2), join(new RunningDue(ClockKind.OUTSIDE, demanded)));

        assertThat(story.facts().clocks())
                .filteredOn(clock -> clock.is(null, ClockKind.OUTSIDE))
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo(demanded));
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
