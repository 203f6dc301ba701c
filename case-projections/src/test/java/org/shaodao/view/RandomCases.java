package org.shaodao.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.RandomHistory;
import org.shaodao.casefile.Sample;

/** A number of cases going through their lives side by side; the same seed, the same town. */
public final class RandomCases {
    public static final List<String> UNITS = List.of(Sample.HEATING, Sample.HOUSING, Sample.WATER);
    private static final int APART = 100_000;

    private final Random random;
    private final List<RandomHistory> lives = new ArrayList<>();
    private long nextLife;

    /**
     * One append to the log.
     *
     * @param at when it is recorded; null = nobody cares
     */
    public record Step(
            UUID caseId, List<CaseEvent> events, @Nullable Instant at) {
        public Step(UUID caseId, List<CaseEvent> events) {
            this(caseId, events, null);
        }
    }

    public RandomCases(long seed, int cases) {
        random = new Random(seed);
        nextLife = seed * APART;
        for (int i = 0; i < cases; i++) {
            lives.add(new RandomHistory(nextLife++));
        }
    }

    public List<Step> steps(int number) {
        List<Step> steps = new ArrayList<>();
        while (steps.size() < number) {
            int which = random.nextInt(lives.size());
            List<CaseEvent> events = lives.get(which).events();
            if (events.isEmpty()) {
                lives.set(which, new RandomHistory(nextLife++, lives.get(which).now()));
            } else {
                RandomHistory life = lives.get(which);
                steps.add(new Step(life.caseId(), events, life.now()));
            }
        }
        return steps;
    }
}
