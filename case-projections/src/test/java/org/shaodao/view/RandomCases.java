package org.shaodao.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
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

    /** One append to the log. */
    public record Step(UUID caseId, List<CaseEvent> events) {}

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
                lives.set(which, new RandomHistory(nextLife++));
            } else {
                steps.add(new Step(lives.get(which).caseId(), events));
            }
        }
        return steps;
    }
}
