package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Sealed;

/**
 * A case as chance would have it: the sample of every step by random people in random order, with random parts changed,
 * most of it sensible, much of it not. A new step needs nothing here. The same seed makes the same history.
 */
public final class RandomHistory {
    private static final List<String> UNITS = List.of(HEATING, HOUSING, WATER, STREET, COMMUNITY);
    private static final List<By> CLERKS = List.of(HEATING_CLERK, HOUSING_CLERK, WATER_CLERK, COMMUNITY_WORKER);

    /** Without these steps a case goes nowhere: they are tried more often than the others. */
    private static final Set<Class<? extends CaseCommand>> SPINE = Set.of(
            IntakeCommand.Raise.class,
            CallingCommand.BlowWhistle.class,
            WorkCommand.Acknowledge.class,
            WorkCommand.ConfirmLateEntry.class,
            WorkCommand.Arrive.class,
            WorkCommand.Contact.class,
            WorkCommand.Reply.class,
            DisputeCommand.HandBack.class,
            DisputeCommand.AgreeToHandBack.class,
            DisputeCommand.BeHeard.class,
            DisputeCommand.RuleOnDispute.class,
            DisputeCommand.Designate.class,
            ClosingCommand.Verify.class,
            ClosingCommand.Close.class);

    /** After these steps a case goes nowhere any more, or not the usual way. */
    private static final Set<Class<? extends CaseCommand>> DEAD_ENDS = Set.of(
            IntakeCommand.NotAccept.class,
            IntakeCommand.Withdraw.class,
            IntakeCommand.Recuse.class,
            LinkCommand.MergeInto.class,
            LinkCommand.NoteDuplicate.class,
            LinkCommand.TransferOutside.class);

    /** Seeds that bring about what chance seldom does, found by trying thousands. */
    private static final List<Long> RARE =
            List.of(28L, 33L, 38L, 51L, 64L, 71L, 97L, 105L, 121L, 199L, 228L, 233L, 238L, 240L, 567L, 2036L);

    private static final long MOST = 3_000;
    private static final int PATIENCE = 12;
    private static final List<By> PEOPLE = people();

    private static final Map<Class<?>, RecordComponent[]> PARTS = new ConcurrentHashMap<>();

    private final Random random;
    private final UUID caseId;
    private final List<CaseCommand> samples = new ArrayList<>();
    private Instant now;
    private CaseState state = new CaseState.Unborn();
    private List<CaseEvent> lastEvents = List.of();
    private final Set<Class<?>> taken = new HashSet<>();

    public RandomHistory(long seed) {
        this(seed, MORNING);
    }

    /** @param start from when on things happen */
    public RandomHistory(long seed, Instant start) {
        now = start;
        random = new Random(seed);
        caseId = new UUID(0x0189000000007000L, 0x8000000000000000L | seed);
        for (CaseCommand sample : Sample.commands()) {
            samples.addAll(Collections.nCopies(weight(sample), sample));
        }
    }

    private static int weight(CaseCommand sample) {
        return SPINE.contains(sample.getClass()) ? 12 : DEAD_ENDS.contains(sample.getClass()) ? 1 : 6;
    }

    /**
     * Seeds to be tried until every step was brought about: so many common ones, those that are known to be rare, and as
     * these may not be enough for a step that is new, some thousands more.
     */
    public static List<Long> seeds(int common) {
        return Stream.of(
                        LongStream.rangeClosed(1, common).boxed(),
                        RARE.stream(),
                        LongStream.rangeClosed(common + 1, MOST).boxed())
                .flatMap(seeds -> seeds)
                .distinct()
                .toList();
    }

    public UUID caseId() {
        return caseId;
    }

    /** When the last thing was asked; most of them happened just then. */
    public Instant now() {
        return now;
    }

    /** The next thing somebody asks of the case: mostly one of those that it takes. */
    public CaseCommand next() {
        now = now.plusSeconds(random.nextInt(7200));
        CaseCommand command = any();
        List<CaseEvent> events = decided(command);
        for (int i = 0; events.isEmpty() && i < PATIENCE && random.nextInt(PATIENCE) > 0; i++) {
            command = any();
            events = decided(command);
        }
        for (CaseEvent event : events) {
            state = state.after(event, now);
        }
        if (!events.isEmpty()) {
            taken.add(command.getClass());
        }
        lastEvents = events;
        return command;
    }

    /** What the case makes of the next thing it takes; nothing if it takes nothing any more. */
    public List<CaseEvent> events() {
        for (int i = 0; i < PATIENCE; i++) {
            next();
            if (!lastEvents.isEmpty()) {
                return lastEvents;
            }
        }
        return List.of();
    }

    /** Half of the time something that did not come about yet. */
    private CaseCommand any() {
        CaseCommand sample = pick(samples);
        for (int i = 0; taken.contains(sample.getClass()) && i < PATIENCE && random.nextBoolean(); i++) {
            sample = pick(samples);
        }
        return changed(sample, sample.occurredAt());
    }

    private List<CaseEvent> decided(CaseCommand command) {
        try {
            return state.decide(command, SampleRules.asOf(now));
        } catch (Refused refused) {
            return List.of();
        }
    }

    private <R> R changed(R record, Instant then) {
        RecordComponent[] parts = PARTS.computeIfAbsent(record.getClass(), Class::getRecordComponents);
        Object[] values = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        try {
            for (int i = 0; i < parts.length; i++) {
                types[i] = parts[i].getType();
                parts[i].getAccessor().setAccessible(true);
                values[i] = changed(parts[i], parts[i].getAccessor().invoke(record), then);
            }
            @SuppressWarnings("unchecked")
            R made = (R) record.getClass().getDeclaredConstructor(types).newInstance(values);
            return made;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object changed(RecordComponent part, @Nullable Object value, Instant then) {
        boolean optional = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (value == null || optional && random.nextInt(5) == 0) {
            return null;
        }
        boolean other = random.nextInt(4) == 0;
        return switch (value) {
            case UUID id when part.getName().equals("caseId") -> caseId;
            case By by -> random.nextInt(6) == 0 ? pick(PEOPLE) : CLERKS.contains(by) ? pick(CLERKS) : by;
            case Instant at
            when part.getName().equals("occurredAt") ->
                random.nextInt(6) == 0 ? now.minusSeconds(random.nextInt(90_000)) : now;
            case Instant at -> now.plus(Duration.between(then, at)).plusSeconds(other ? random.nextInt(900_000) : 0);
            case LocalDate day -> day.plusDays(Duration.between(then, now).toDays());
            case Integer number when part.getName().equals("dispatch") -> 1 + random.nextInt(4);
            case Integer number when other -> 1 + random.nextInt(3);
            case Boolean truth when other -> !truth;
            case Enum<?> code
            when other -> pick(List.of(code.getDeclaringClass().getEnumConstants()));
            case String number
            when part.getName().equals("number") -> "LX-2026-" + caseId.getLeastSignificantBits() % 1_000_000;
            case String unit when UNITS.contains(unit) && !part.getName().equals("street") -> pick(UNITS);
            case Sealed words -> words;
            case OutsideNumber outside -> new OutsideNumber(outside.source(), caseId.toString(), outside.dueAt());
            case List<?> list ->
                list.stream()
                        .map(each -> each instanceof Record record ? changed(record, then) : each)
                        .toList();
            case Record record -> changed(record, then);
            default -> value;
        };
    }

    private static List<By> people() {
        return List.of(
                OFFICER,
                OTHER_STREET,
                HEATING_CLERK,
                HOUSING_CLERK,
                WATER_CLERK,
                SUPERVISOR,
                GRID_WORKER,
                COMMUNITY_WORKER,
                SUPERVISOR,
                CALLER,
                AUDITOR,
                WATCHER);
    }

    private <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
