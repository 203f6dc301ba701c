package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.shaodao.demand.Stage;

/**
 * 受理. What the intake made of a demand.
 *
 * @param recused whether the district runs the case instead of the street
 * @param chases how often the resident urged the matter on
 * @param handedToEmergency whether it was passed on to an emergency service
 * @param resultReturned whether the outside system was told the present result
 * @param held the stages that took place
 * @param skipped the stages that were left out with a reason
 * @param questions put to units that the demand concerns, by their number within the case
 */
@RecordBuilder
public record IntakeFacts(
        Boolean recused,
        Integer chases,
        Boolean handedToEmergency,
        Boolean resultReturned,
        SortedSet<Stage> held,
        SortedSet<Stage> skipped,
        SortedMap<Integer, QuestionFacts> questions)
        implements IntakeFactsBuilder.With {
    static final IntakeFacts NONE = new IntakeFacts(
            false,
            0,
            false,
            false,
            Collections.emptySortedSet(),
            Collections.emptySortedSet(),
            Collections.emptySortedMap());

    /** Whether a stage lies behind, one way or the other. */
    boolean passed(Stage stage) {
        return held.contains(stage) || skipped.contains(stage);
    }

    int nextQuestion() {
        return questions.isEmpty() ? 1 : questions.lastKey() + 1;
    }

    IntakeFacts heldNow(Stage stage) {
        return withHeld(and(held, stage));
    }

    IntakeFacts skippedNow(Stage stage) {
        return withSkipped(and(skipped, stage));
    }

    IntakeFacts with(QuestionFacts question) {
        SortedMap<Integer, QuestionFacts> all = new TreeMap<>(questions);
        all.put(question.number(), question);
        return withQuestions(Collections.unmodifiableSortedMap(all));
    }

    private static SortedSet<Stage> and(SortedSet<Stage> before, Stage stage) {
        SortedSet<Stage> all = new TreeSet<>(before);
        all.add(stage);
        return Collections.unmodifiableSortedSet(all);
    }
}
