package org.shaodao.casefile;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Sealed;

/**
 * What somebody may do now: each step is tried with nothing said in it, in every way that can be chosen, and offered where
 * the rules would take one of them.
 *
 * @param number of the dispatch, whistle or commitment the steps are about; null = the case itself
 */
public record OfferedSteps(
        UUID caseId, CaseFacts facts, By by, @Nullable Integer number, Rulebook rules) {
    private static final Duration LATER = Duration.ofDays(1);

    /** Those of the steps, in their order, that are open to the caller. */
    public Set<String> of(Collection<String> steps) {
        Set<String> open = new LinkedHashSet<>();
        Offers offers = new Offers(facts, rules);
        for (String step : steps) {
            boolean offered = records(CaseCommand.class)
                    .filter(command -> Refusal.kebab(command).equals(step))
                    .flatMap(command -> attempts(command).stream())
                    .anyMatch(offers::open);
            if (offered) {
                open.add(step);
            }
        }
        return open;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(OfferedSteps::records);
    }

    /** One for each way to choose what can be chosen. */
    private List<CaseCommand> attempts(Class<?> command) {
        List<List<@Nullable Object>> said = List.of(List.of());
        for (RecordComponent part : command.getRecordComponents()) {
            List<List<@Nullable Object>> longer = new ArrayList<>();
            for (List<@Nullable Object> before : said) {
                for (Object value : values(part)) {
                    List<@Nullable Object> more = new ArrayList<>(before);
                    more.add(value);
                    longer.add(more);
                }
            }
            said = longer;
        }
        return said.stream().map(values -> make(command, values)).toList();
    }

    private List<?> values(RecordComponent part) {
        Class<?> type = part.getType();
        if (type.isEnum()) {
            return List.of(type.getEnumConstants());
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> List.of(caseId);
            case "By" -> List.of(by);
            case "Instant" -> List.of(part.getName().equals("occurredAt") ? rules.now() : later());
            case "LocalDate" -> List.of(LocalDate.ofInstant(later(), ZoneOffset.UTC));
            case "Integer" -> List.of(number == null ? 1 : number);
            case "String" -> List.of(part.getName().equals("ground") ? ground() : "nothing");
            case "Boolean" -> List.of(true, false);
            case "Sealed" -> List.of(new Sealed(caseId, "1", 0, ""));
            case "List" -> List.of(List.of());
            default -> throw new IllegalArgumentException("a step with " + type + " cannot be tried with nothing said");
        };
    }

    private Instant later() {
        return rules.now().plus(LATER);
    }

    /** A window that has closed is told only to whoever names a ground that exists. */
    private String ground() {
        return rules.inForce().pack().content().handBackGrounds().getFirst().code();
    }

    private static CaseCommand make(Class<?> command, List<@Nullable Object> values) {
        try {
            return (CaseCommand) command.getDeclaredConstructor(Stream.of(command.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(values.toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
