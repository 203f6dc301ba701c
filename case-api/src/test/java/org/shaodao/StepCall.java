package org.shaodao;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.RunningProduct.Answer;
import org.shaodao.RunningProduct.Session;
import org.shaodao.casefile.CallingCommand;
import org.shaodao.casefile.CaseCommand;
import org.shaodao.casefile.IntakeCommand;
import org.shaodao.casefile.PairCommand;
import org.shaodao.casefile.Records;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Sealed;

/**
 * A step of a case over HTTP as somebody who may would take it. Every test that goes through all steps goes through
 * these.
 *
 * @param step its name
 * @param who may take it
 * @param ready a new case that is ready for it: its address
 * @param path below the address of the case, with {@code {dispatch}} and the like where a number 1 stands
 * @param body with every field that holds words
 */
record StepCall(
        String step,
        BiFunction<Town, String, Session> who,
        Supplier<String> ready,
        String path,
        Map<String, Object> body) {
    /** Taken by somebody who is the same for every case. */
    StepCall(String step, Function<Town, Session> who, Supplier<String> ready, String path, Map<String, Object> body) {
        this(step, (town, address) -> who.apply(town), ready, path, body);
    }

    /** Every step but raising, which opens a case, and those that only the product takes. */
    static List<StepCall> all(Town town) {
        return Stream.of(
                        IntakeCalls.of(town),
                        CallingCalls.of(town),
                        WorkCalls.of(town),
                        DisputeCalls.of(town),
                        ClosingCalls.of(town),
                        RatingCalls.of(town),
                        MutualCalls.of(town),
                        CommitmentCalls.of(town),
                        AppraisalCalls.of(town),
                        ExtensionCalls.of(town),
                        ParkingCalls.of(town),
                        SupervisionCalls.of(town),
                        LinkCalls.of(town),
                        IdentityCalls.of(town))
                .flatMap(List::stream)
                .toList();
    }

    /** As the API names it, for example {@code POST /api/v1/cases/{caseId}/closure}. */
    String address() {
        return "POST /api/v1/cases/{caseId}" + path;
    }

    /** Where to send it for a new case that is ready for it. */
    String target() {
        return ready.get() + path.replaceAll("\\{\\w+}", "1");
    }

    /** Takes the step on a new case, with a body. */
    Answer take(Town town, Object said) {
        String target = target();
        return who.apply(town, target).post(target, said);
    }

    /** The fields of the request that hold words, by name. */
    Set<String> words() {
        return words(Stream.of(CaseCommand.class, PairCommand.class)
                .<Class<?>>flatMap(family -> Records.of(family).stream())
                .filter(type -> Refusal.kebab(type).equals(step))
                .findFirst()
                .orElseThrow());
    }

    private static Set<String> words(Class<?> record) {
        return Stream.of(record.getRecordComponents())
                .flatMap(part -> part.getType() == Sealed.class
                        ? Stream.of(part.getName())
                        : part.getGenericType().getTypeName().contains(CallingCommand.Call.class.getName())
                                ? Stream.of("task")
                                : part.getType() == IntakeCommand.Raise.class
                                        ? Stream.of("narrative", "address")
                                        : Stream.of())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The body with other words in one of its fields, wherever in it the field stands. */
    Map<String, Object> saying(String field, String words) {
        return Town.saying(body, field, words);
    }
}
