package org.shaodao.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallResult;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.Channel;
import org.shaodao.casefile.DispatchRole;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.ReportMode;
import org.shaodao.casefile.VerificationBasis;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** Makes up what happens to a number of cases, in an order that could be true; the same seed, the same town. */
public final class RandomCases {
    public static final List<String> UNITS = List.of("water", "housing", "parks", "police", "grid-power");
    public static final List<String> CATEGORIES = List.of("noise", "leak", "rubbish");

    private final Random random;
    private final List<Life> lives = new ArrayList<>();
    private int minutes;

    /** One append to the log. */
    public record Step(UUID caseId, List<CaseEvent> events) {}

    private static final class Life {
        final UUID id;
        String phase = "unborn";
        int whistles;
        final List<String> units = new ArrayList<>();
        final List<Integer> rounds = new ArrayList<>();

        Life(UUID id) {
            this.id = id;
        }
    }

    public RandomCases(long seed, int cases) {
        random = new Random(seed);
        for (int i = 0; i < cases; i++) {
            lives.add(new Life(new UUID(random.nextLong(), random.nextLong())));
        }
    }

    public List<Step> steps(int number) {
        List<Step> steps = new ArrayList<>();
        while (steps.size() < number) {
            Life life = pick(lives);
            List<CaseEvent> events = next(life);
            if (!events.isEmpty()) {
                steps.add(new Step(life.id, events));
            }
        }
        return steps;
    }

    private List<CaseEvent> next(Life life) {
        Instant at = Instant.parse("2026-03-01T00:00:00Z").plusSeconds(60L * minutes++ + random.nextInt(50));
        return switch (life.phase) {
            case "unborn" -> List.of(raised(life, at).with(Facts.clocks(at.plusSeconds(9_000))));
            case "raised" -> random.nextInt(8) == 0 ? List.of(notAccepted(life, at)) : whistle(life, at);
            case "handling" -> handling(life, at);
            case "verified" -> verified(life, at);
            case "closed" -> closed(life, at);
            default -> List.of();
        };
    }

    private CaseEvent.Raised raised(Life life, Instant at) {
        life.phase = "raised";
        boolean known = random.nextBoolean();
        return new CaseEvent.Raised(
                new By(
                        "officer-" + random.nextInt(9),
                        random.nextBoolean() ? "community-1" : null,
                        Role.COMMUNITY,
                        null),
                at,
                life.id,
                "BJ2026" + Math.abs(life.id.hashCode()),
                "street-1",
                new UUID(7, random.nextLong()),
                pick(List.of(DemandKind.values())),
                random.nextBoolean() ? pick(List.of(Urgency.values())) : null,
                pick(List.of(Channel.values())),
                pick(CATEGORIES),
                "grid-" + random.nextInt(20),
                "主题 " + random.nextInt(1000),
                sealed(),
                known ? sealed() : null,
                known ? sealed() : null,
                random.nextBoolean() ? sealed() : null,
                random.nextBoolean() ? new OutsideNumber("12345", "N" + random.nextInt(1_000_000)) : null);
    }

    private CaseEvent notAccepted(Life life, Instant at) {
        life.phase = "over";
        return new CaseEvent.NotAccepted(street(), at, pick(List.of(LegalRoute.values())), sealed());
    }

    private List<CaseEvent> whistle(Life life, Instant at) {
        life.phase = "handling";
        List<CaseEvent> events = new ArrayList<>();
        boolean direct = random.nextInt(3) == 0;
        if (!direct) {
            events.add(new CaseEvent.WhistleBlown(
                    street(),
                    at,
                    ++life.whistles,
                    "resident-demand",
                    sealed(),
                    pick(List.of(ReportMode.values())),
                    random.nextBoolean() ? at.plusSeconds(3600) : null,
                    random.nextBoolean() ? sealed() : null,
                    null,
                    "chief"));
        }
        int first = random.nextInt(UNITS.size());
        for (int i = 0; i <= random.nextInt(3); i++) {
            String unit = UNITS.get((first + i) % UNITS.size());
            life.units.add(unit);
            life.rounds.add(1);
            CaseEvent.Dispatched sent = new CaseEvent.Dispatched(
                    street(),
                    at,
                    life.units.size(),
                    direct ? null : life.whistles,
                    unit,
                    i == 0 ? DispatchRole.LEAD : DispatchRole.ASSISTING,
                    sealed());
            events.add(sent.with(Facts.clocks(at.plusSeconds(random.nextInt(5_000)))));
        }
        return events;
    }

    private List<CaseEvent> handling(Life life, Instant at) {
        int dispatch = 1 + random.nextInt(life.units.size());
        String unit = life.units.get(dispatch - 1);
        By by = new By(unit + "-" + random.nextInt(3), unit, Role.UNIT, random.nextBoolean() ? "officer" : null);
        return switch (random.nextInt(10)) {
            case 9 -> List.of(Facts.deadlineMissed(dispatch, unit, at));
            case 0, 1 -> List.of(new CaseEvent.Acknowledged(by, at, dispatch, unit));
            case 2 -> List.of(new CaseEvent.Accepted(by, at, dispatch, unit, "handler-" + random.nextInt(5)));
            case 3 -> List.of(new CaseEvent.Replied(by, at, dispatch, unit, ReplyKind.INTERIM, null, sealed()));
            case 4, 5 ->
                List.of(new CaseEvent.Replied(
                        by, at, dispatch, unit, ReplyKind.FINAL, pick(List.of(Outcome.values())), sealed()));
            case 6 -> rework(life, at, dispatch);
            case 7 -> random.nextInt(4) == 0 ? whistle(life, at) : List.of();
            default -> verify(life, at);
        };
    }

    private List<CaseEvent> rework(Life life, Instant at, int dispatch) {
        life.phase = "handling";
        int round = life.rounds.get(dispatch - 1) + 1;
        life.rounds.set(dispatch - 1, round);
        return List.of(
                new CaseEvent.ReworkOrdered(street(), at, dispatch, life.units.get(dispatch - 1), round, sealed()));
    }

    private List<CaseEvent> verify(Life life, Instant at) {
        life.phase = "verified";
        return List.of(new CaseEvent.Verified(
                street(), at, VerificationBasis.ON_SITE, random.nextBoolean() ? sealed() : null));
    }

    private List<CaseEvent> verified(Life life, Instant at) {
        return switch (random.nextInt(3)) {
            case 0 -> rework(life, at, 1 + random.nextInt(life.units.size()));
            case 1 -> List.of(followedUp(at));
            default -> {
                life.phase = "closed";
                yield List.of(new CaseEvent.Closed(street(), at, random.nextBoolean() ? sealed() : null));
            }
        };
    }

    private List<CaseEvent> closed(Life life, Instant at) {
        if (random.nextBoolean()) {
            return List.of(followedUp(at));
        }
        life.phase = "handling";
        return List.of(new CaseEvent.Reopened(street(), at, sealed()));
    }

    private CaseEvent followedUp(Instant at) {
        boolean reached = random.nextBoolean();
        return new CaseEvent.FollowedUp(
                street(),
                at,
                reached ? CallResult.REACHED : CallResult.NOT_REACHED,
                reached ? random.nextBoolean() : null,
                reached ? pick(List.of(Solved.values())) : null,
                reached ? pick(List.of(Satisfied.values())) : null,
                reached ? sealed() : null);
    }

    private By street() {
        return new By("clerk-" + random.nextInt(4), "street-1", Role.STREET, null);
    }

    private @Nullable Sealed sealed() {
        return new Sealed(new UUID(1, random.nextLong()), "1", random.nextInt(200), "c2VhbGVk" + random.nextInt(999));
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
