package org.shaodao.demo;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.UUID;
import org.shaodao.casefile.CaseDesk;

/**
 * Everything that will ever happen in the city of the demonstration, in the order of time and without end. The same
 * beginning makes the same city: after a restart it goes on where it was.
 */
final class Plan {
    private static final UUID NAMESPACE = UUID.fromString("5ba0da00-0000-5000-8000-00000000de31");
    private static final long SEED = 20_260_101;

    /** How many demands come in an hour of the day, on average; half of it at weekends. */
    private static final double[] HOURLY = {
        0.05, 0.05, 0.03, 0.03, 0.05, 0.1, 0.3, 0.6, 1.0, 1.3, 1.2, 0.9, 0.6, 0.7, 1.0, 1.0, 0.9, 0.8, 0.7, 0.6, 0.5,
        0.3, 0.2, 0.1
    };

    private final CaseDesk desk;
    private final Instant begin;
    private final ZoneId zone;
    private final Random arrivals = new Random(SEED);
    private final PriorityQueue<Move> moves = new PriorityQueue<>();
    private Instant planned;
    private long order;
    private int lives;

    Plan(CaseDesk desk, Instant begin, ZoneId zone) {
        this.desk = desk;
        this.begin = begin;
        this.zone = zone;
        this.planned = begin;
    }

    /** What happens next; taking it away. */
    Move next() {
        while (moves.isEmpty() || moves.element().at().isAfter(planned)) {
            planHour();
        }
        return moves.remove();
    }

    /** When that will be. */
    Instant nextAt() {
        while (moves.isEmpty() || moves.element().at().isAfter(planned)) {
            planHour();
        }
        return moves.element().at();
    }

    void add(Instant at, Runnable step) {
        moves.add(new Move(at, order++, step));
    }

    private void planHour() {
        ZonedDateTime hour = planned.atZone(zone);
        double expected = HOURLY[hour.getHour()] * (hour.getDayOfWeek().getValue() > 5 ? 0.5 : 1);
        double left = arrivals.nextDouble();
        for (double chance = Math.exp(-expected), k = 0; left > chance && k < 8; chance *= expected / ++k) {
            left -= chance;
            Instant at = planned.plus(Duration.ofSeconds(arrivals.nextInt(3600)));
            Random chances = new Random(SEED + ++lives);
            UUID caseId = UuidCreator.getNameBasedSha1(NAMESPACE, begin + " " + lives);
            new Fate(this, chances, zone).of(desk, caseId, at);
        }
        planned = planned.plus(Duration.ofHours(1));
    }
}
