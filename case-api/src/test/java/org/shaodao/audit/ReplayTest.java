package org.shaodao.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shaodao.audit.Replay.Moment;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.RandomHistory;
import org.shaodao.view.Recorded;

/** What holds for the replay of every history at every moment. */
class ReplayTest {
    private static final int STEPS = 40;

    /** By their seeds, from 1. */
    private static final List<Replay> REPLAYS =
            LongStream.rangeClosed(1, 200).mapToObj(ReplayTest::replay).toList();

    static IntStream seeds() {
        return IntStream.rangeClosed(1, REPLAYS.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_was_known_at_any_moment_is_what_the_events_recorded_by_then_make_of_the_case(int seed) {
        Replay replay = REPLAYS.get(seed - 1);
        Random random = new Random(seed);
        for (int i = 0; i < 5; i++) {
            Instant at = anyInstant(replay, random);
            Moment moment = replay.moment(at);
            @Nullable CaseFacts facts = null;
            for (Recorded recorded : replay.log()) {
                if (recorded.version() == 0 || !recorded.recordedAt().isAfter(at)) {
                    facts = CaseFacts.after(facts, recorded.event(), recorded.recordedAt());
                }
            }
            assertThat(Replay.facts(replay.known(moment)))
                    .as("seed %d at %s", seed, at)
                    .isEqualTo(facts);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_had_happened_by_a_moment_is_told_in_the_order_in_which_it_was_recorded(int seed) {
        Replay replay = REPLAYS.get(seed - 1);
        Moment moment = replay.moment(anyInstant(replay, new Random(seed)));
        List<Recorded> happened = replay.happened(moment);
        assertThat(happened).isSubsetOf(replay.log());
        assertThat(happened.stream().map(Recorded::version)).isSorted();
        assertThat(replay.log())
                .allSatisfy(recorded -> assertThat(happened.contains(recorded))
                        .isEqualTo(!recorded.event().occurredAt().isAfter(moment.at())));
        assertThat(Replay.facts(replay.happened(new Moment(replay.last(), Instant.MAX))))
                .isEqualTo(Replay.facts(replay.log()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothing_differs_between_a_moment_and_itself_and_every_difference_leads_from_one_to_the_other(int seed) {
        Replay replay = REPLAYS.get(seed - 1);
        Random random = new Random(seed);
        List<Line> one =
                Lines.of(replay.known(replay.moment(random.nextInt(replay.log().size()))));
        List<Line> other =
                Lines.of(replay.known(replay.moment(random.nextInt(replay.log().size()))));
        assertThat(Change.between(one, one)).isEmpty();
        List<Line> carried = new ArrayList<>(one);
        for (Change change : Change.between(one, other)) {
            carried.removeIf(
                    line -> line.item().equals(change.item()) && line.field().equals(change.field()));
            if (change.after() != null) {
                carried.add(new Line(change.item(), change.field(), change.after()));
            }
        }
        assertThat(carried).containsExactlyInAnyOrderElementsOf(other);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void next_and_previous_walk_over_every_event_once(int seed) {
        Replay replay = REPLAYS.get(seed - 1);
        List<Integer> there = new ArrayList<>();
        for (Moment here = replay.moment(0); here != null; here = replay.next(here)) {
            there.add(here.version());
        }
        List<Integer> back = new ArrayList<>();
        for (Moment here = replay.moment(replay.last()); here != null; here = replay.previous(here)) {
            back.add(here.version());
        }
        assertThat(there).hasSameSizeAs(replay.log()).doesNotHaveDuplicates().isSorted();
        assertThat(back.reversed()).isEqualTo(there);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void no_line_is_told_twice(int seed) {
        Replay replay = REPLAYS.get(seed - 1);
        List<Line> lines = Lines.of(replay.log());
        assertThat(lines.stream().map(line -> line.item() + line.field())).doesNotHaveDuplicates();
        assertThat(Change.beside(lines, lines)).hasSameSizeAs(lines);
    }

    private static Replay replay(long seed) {
        RandomHistory life = new RandomHistory(seed);
        List<Recorded> log = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            for (CaseEvent event : life.events()) {
                log.add(new Recorded(life.caseId(), log.size(), life.now(), event));
            }
        }
        return new Replay(log);
    }

    private static Instant anyInstant(Replay replay, Random random) {
        Instant first = replay.log().getFirst().recordedAt();
        long whole = replay.log().getLast().recordedAt().getEpochSecond() - first.getEpochSecond();
        return first.plusSeconds(random.nextLong(-3600, whole + 3600));
    }
}
