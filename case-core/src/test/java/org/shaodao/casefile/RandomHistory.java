package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Outcome;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.demand.Urgency;
import org.shaodao.fact.By;
import org.shaodao.fact.Sealed;

/**
 * A case as chance would have it: random commands by random people in random order, most of them sensible, many not.
 * The same seed makes the same history.
 */
public final class RandomHistory {
    private static final List<String> UNITS = List.of(HEATING, HOUSING, WATER, STREET);
    private static final List<By> PEOPLE =
            List.of(OFFICER, OTHER_STREET, HEATING_CLERK, HOUSING_CLERK, WATER_CLERK, SUPERVISOR, CALLER, AUDITOR);

    private final Random random;
    private final UUID caseId;
    private Instant now = MORNING;

    public RandomHistory(long seed) {
        random = new Random(seed);
        caseId = new UUID(0x0189000000007000L, 0x8000000000000000L | seed);
    }

    public UUID caseId() {
        return caseId;
    }

    /** The next thing somebody asks of the case. */
    public CaseCommand next() {
        now = now.plusSeconds(random.nextInt(7200));
        By by = pick(PEOPLE);
        return switch (random.nextInt(22)) {
            case 0, 1 -> raise(by);
            case 2 ->
                new CaseCommand.NotAccept(
                        caseId,
                        random.nextInt(6) == 0 ? OFFICER : pick(List.of(AUDITOR, HEATING_CLERK)),
                        now,
                        pick(LegalRoute.values()),
                        someWords());
            case 3, 4 ->
                new CaseCommand.BlowWhistle(
                        caseId,
                        officerOr(by),
                        now,
                        "resident-demand",
                        someWords(),
                        pick(ReportMode.values()),
                        maybe(now.plusSeconds(3600)),
                        maybe(someWords()),
                        maybe(someWords()),
                        "officer-3",
                        calls());
            case 5 -> new CaseCommand.Dispatch(caseId, officerOr(by), now, call());
            case 6, 7 -> new CaseCommand.Acknowledge(caseId, clerkOr(by), now, dispatch());
            case 8 -> new CaseCommand.Accept(caseId, clerkOr(by), now, dispatch(), "handler-" + random.nextInt(9));
            case 9, 10, 11, 12 -> {
                ReplyKind kind = random.nextInt(4) == 0 ? ReplyKind.INTERIM : ReplyKind.FINAL;
                Outcome outcome = random.nextInt(9) == 0 != (kind == ReplyKind.FINAL) ? pick(Outcome.values()) : null;
                yield new CaseCommand.Reply(caseId, clerkOr(by), now, dispatch(), kind, outcome, someWords());
            }
            case 13 -> new CaseCommand.OrderRework(caseId, officerOr(by), now, dispatch(), someWords());
            case 14, 18 ->
                new CaseCommand.Verify(
                        caseId, officerOr(by), now, pick(VerificationBasis.values()), maybe(someWords()));
            case 15 -> {
                CallResult result = pick(CallResult.values());
                boolean answers = random.nextInt(9) == 0 != (result == CallResult.REACHED);
                yield new CaseCommand.FollowUp(
                        caseId,
                        by,
                        now,
                        result,
                        answers ? maybe(random.nextBoolean()) : null,
                        answers ? maybe(pick(Solved.values())) : null,
                        answers ? pick(Satisfied.values()) : null,
                        maybe(someWords()));
            }
            case 16, 19 -> new CaseCommand.Close(caseId, officerOr(by), now, maybe(someWords()));
            case 17 -> new CaseCommand.Reopen(caseId, pick(List.of(by, CALLER)), now, someWords());
            case 20, 21 ->
                new CaseCommand.NoteMissedDeadline(
                        caseId,
                        random.nextInt(9) == 0 ? by : WATCHER,
                        now.plusSeconds(random.nextInt(60 * 24 * 3600)),
                        maybe(dispatch()),
                        pick(ClockKind.ACKNOWLEDGEMENT, ClockKind.HANDLING, ClockKind.WHOLE_CASE),
                        1 + random.nextInt(2));
            default -> throw new IllegalStateException();
        };
    }

    private CaseCommand.Raise raise(By by) {
        CaseCommand.Raise c = Sample.raise();
        return new CaseCommand.Raise(
                caseId,
                by,
                now,
                "LX-2026-" + caseId.getLeastSignificantBits() % 1_000_000,
                STREET,
                RESIDENT,
                pick(DemandKind.values()),
                maybe(pick(Urgency.values())),
                pick(Channel.values()),
                c.category(),
                c.place(),
                c.subject(),
                someWords(),
                maybe(someWords()),
                maybe(someWords()),
                maybe(someWords()),
                maybe(new OutsideNumber("city-hotline", caseId.toString())));
    }

    private By officerOr(By by) {
        return random.nextInt(3) == 0 ? by : OFFICER;
    }

    private By clerkOr(By by) {
        return random.nextInt(3) == 0 ? by : pick(List.of(HEATING_CLERK, HOUSING_CLERK, WATER_CLERK));
    }

    private List<CaseCommand.Call> calls() {
        List<CaseCommand.Call> calls = new ArrayList<>();
        calls.add(lead(pick(UNITS)));
        for (int i = random.nextInt(2); i > 0; i--) {
            calls.add(call());
        }
        return calls;
    }

    private CaseCommand.Call call() {
        return random.nextInt(4) == 0 ? lead(pick(UNITS)) : assisting(pick(UNITS));
    }

    private Integer dispatch() {
        return 1 + random.nextInt(3);
    }

    private Sealed someWords() {
        return words("话 " + random.nextInt(100_000) + " 🙂");
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
