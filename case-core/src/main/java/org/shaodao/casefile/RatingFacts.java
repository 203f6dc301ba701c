package org.shaodao.casefile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;

/**
 * 群众评事. What those who wanted something of the case said of it.
 *
 * @param voices one per person who was asked
 * @param undecided whether somebody said "not solved" and it is still to be decided what follows
 */
@RecordBuilder
public record RatingFacts(List<Voice> voices, Boolean undecided) implements RatingFactsBuilder.With {
    static final RatingFacts NONE = new RatingFacts(List.of(), false);

    /**
     * One person.
     *
     * @param complainant null = the case's own
     * @param attempts when calls that nobody answered were recorded, since the work was last verified
     * @param settled whether, since then, they answered, could not be asked, or were tried often enough
     * @param first the answers that count; null while there are none
     * @param latest the answers that stand beside them
     */
    @RecordBuilder
    public record Voice(
            @Nullable UUID complainant,
            List<Instant> attempts,
            Boolean settled,
            @Nullable Answers first,
            @Nullable Answers latest)
            implements RatingFactsVoiceBuilder.With {
        Voice attempted(Instant at) {
            return withAttempts(Stream.concat(attempts.stream(), Stream.of(at)).toList());
        }

        private Voice followed(RatingEvent.FollowedUp e, Instant recordedAt) {
            return switch (e.result()) {
                case NOT_REACHED -> attempted(recordedAt);
                case DECLINED, NO_CONTACT_DATA -> withSettled(true);
                case REACHED -> {
                    Answers said = new Answers(e.occurredAt(), e.source(), e.contacted(), e.solved(), e.satisfied());
                    yield withSettled(true)
                            .withFirst(first == null ? said : first)
                            .withLatest(said);
                }
            };
        }
    }

    /** What somebody answered; each question may be missing. */
    public record Answers(
            Instant at,
            RatingSource source,
            @Nullable Boolean contacted,
            @Nullable Solved solved,
            @Nullable Satisfied satisfied) {}

    /** What is known of one person; null = the case's own complainant. */
    Voice voice(@Nullable UUID complainant) {
        return voices.stream()
                .filter(voice -> Objects.equals(voice.complainant(), complainant))
                .findFirst()
                .orElseGet(() -> new Voice(complainant, List.of(), false, null, null));
    }

    RatingFacts followed(RatingEvent.FollowedUp e, Instant recordedAt) {
        return with(voice(e.complainant()).followed(e, recordedAt)).withUndecided(undecided || e.solved() == Solved.NO);
    }

    RatingFacts notReached(@Nullable UUID complainant) {
        return with(voice(complainant).withSettled(true));
    }

    /** The work was verified: everybody is asked again. */
    RatingFacts askedAnew() {
        return each(voice -> voice.withAttempts(List.of()).withSettled(false));
    }

    /** The work goes on: whatever was said of it so far needs no decision any more. */
    RatingFacts goesOn() {
        return withUndecided(false);
    }

    /** The clocks that end without an answer when the work goes on. */
    static boolean overtaken(ClockFacts clock) {
        return clock.is(null, ClockKind.FOLLOW_UP) || clock.is(null, ClockKind.REDO_DECISION);
    }

    private RatingFacts with(Voice changed) {
        Stream<Voice> others =
                voices.stream().filter(voice -> !Objects.equals(voice.complainant(), changed.complainant()));
        return withVoices(Stream.concat(others, Stream.of(changed)).toList());
    }

    private RatingFacts each(UnaryOperator<Voice> change) {
        return withVoices(voices.stream().map(change).toList());
    }
}
