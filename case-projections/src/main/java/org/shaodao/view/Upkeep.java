package org.shaodao.view;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Moves generations on when they are ready for it: into the light, into the convoy, out of the way. */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** From so many events behind on a generation may try to pass another, which waits while it does. */
    private static final long CLOSE_BEHIND = 1_000;

    private final Generations generations;
    private final Lookout lookout;
    private final Clock clock;
    private final Duration grace;

    Upkeep(Generations generations, Lookout lookout, Clock clock, Duration grace) {
        this.generations = generations;
        this.lookout = lookout;
        this.clock = clock;
        this.grace = grace;
    }

    /**
     * Makes the next generations live that have caught up, and lets those that are live go together.
     *
     * @param fillings what this node can fill
     * @param strange what it cannot fill of the convoy, which is another program's then
     * @return whether anything has changed
     */
    boolean changes(List<Filling> fillings, List<Generation> strange) {
        long head = lookout.head();
        Set<String> failing = lookout.failing();
        List<Filling> ready = fillings.stream()
                .filter(filling -> lookout.progress(filling.generation(), head).lag() <= CLOSE_BEHIND
                        && !failing.contains(filling.generation().name()))
                .toList();
        boolean turned = false;
        for (Filling filling : ready) {
            if (filling.generation().is(GenerationState.BUILDING)) {
                turned |= turnTo(filling, head);
            }
        }
        return turned || (strange.isEmpty() ? join(ready) : takeOver(strange));
    }

    private boolean turnTo(Filling next, long head) {
        Generation generation = next.generation();
        try {
            return generations.turnTo(next.view(), generation, line -> lookout.passed(generation, line, head));
        } catch (DataAccessException e) {
            LOG.info("{} is made the live one later: {}", generation.name(), e.getMessage());
            return false;
        }
    }

    private boolean join(List<Filling> ready) {
        List<Generation> alone = ready.stream()
                .filter(filling -> filling.view().prompt())
                .map(Filling::generation)
                .filter(generation -> generation.is(GenerationState.LIVE) && generation.convoy() == null)
                .toList();
        try {
            return !alone.isEmpty() && generations.join(alone, lookout::passed);
        } catch (DataAccessException e) {
            LOG.info("{} joins the convoy later: {}", alone.getFirst().name(), e.getMessage());
            return false;
        }
    }

    /** When all nodes of the other program are gone, the rest of the convoy goes on with this one. */
    private boolean takeOver(List<Generation> strange) {
        return generations.abandoned(strange.getFirst()) && leave(strange);
    }

    /** Lets generations go on alone; whether they do. */
    boolean leave(List<Generation> leaving) {
        try {
            return generations.leave(leaving);
        } catch (DataAccessException e) {
            LOG.info("{} leaves the convoy later: {}", leaving.getFirst().name(), e.getMessage());
            return false;
        }
    }

    /** Drops what was retired long enough ago. */
    void drop(List<Generation> all) {
        all.stream()
                .filter(generation -> generation.is(GenerationState.RETIRED)
                        && !Objects.requireNonNull(generation.retiredAt())
                                .plus(grace)
                                .isAfter(clock.instant()))
                .forEach(this::drop);
    }

    private void drop(Generation retired) {
        try {
            generations.drop(retired);
            lookout.forget(retired);
        } catch (DataAccessException e) {
            LOG.info("{} is still in use and dropped later: {}", retired.schema(), e.getMessage());
        }
    }
}
