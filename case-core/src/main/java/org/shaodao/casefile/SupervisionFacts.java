package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.PolicyPack.Measure;

/**
 * 督办. What is known of the pressure on a case and its units.
 *
 * @param level under whose eyes the case is
 * @param measures all that were taken, in order
 */
@RecordBuilder
public record SupervisionFacts(Level level, List<Taken> measures) implements SupervisionFactsBuilder.With {
    static final SupervisionFacts NONE = new SupervisionFacts(Level.STREET, List.of());

    /**
     * One measure.
     *
     * @param dispatch on whose unit, or because of whom; null = the case itself
     * @param rung code of the rung of the ladder that it was; null = none
     * @param clock which missed clock opened the rung; null = a person did
     * @param round of that clock
     * @param answered whether it asks for no report, or got it
     */
    public record Taken(
            @Nullable Integer dispatch,
            Measure measure,
            @Nullable String rung,
            @Nullable ClockKind clock,
            @Nullable Integer round,
            Boolean answered) {
        boolean is(@Nullable Integer ofDispatch, Measure kind) {
            return measure == kind && Objects.equals(dispatch, ofDispatch);
        }
    }

    /** How often the unit of a dispatch, or the street for the case itself, was reminded or ordered. */
    public int count(@Nullable Integer dispatch, Measure measure) {
        return (int)
                measures.stream().filter(taken -> taken.is(dispatch, measure)).count();
    }

    /** Whether an order waits for a report. */
    boolean reportDue(@Nullable Integer dispatch) {
        return measures.stream().anyMatch(taken -> taken.is(dispatch, Measure.SUPERVISE) && !taken.answered());
    }

    /** Whether this clock opened this rung before. */
    boolean opened(String rung, ClockFacts clock) {
        return measures.stream()
                .anyMatch(taken -> rung.equals(taken.rung())
                        && Objects.equals(taken.dispatch(), clock.dispatch())
                        && taken.clock() == clock.kind()
                        && Objects.equals(taken.round(), clock.round()));
    }

    SupervisionFacts and(Taken taken) {
        return withMeasures(Stream.concat(measures.stream(), Stream.of(taken)).toList());
    }

    SupervisionFacts reported(@Nullable Integer dispatch) {
        return withMeasures(measures.stream()
                .map(taken -> taken.is(dispatch, Measure.SUPERVISE)
                        ? new Taken(dispatch, taken.measure(), taken.rung(), taken.clock(), taken.round(), true)
                        : taken)
                .toList());
    }
}
