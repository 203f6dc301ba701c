package org.shaodao.documents;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * 派单建议. Whom a street should call for a matter, and why: what the dispatch catalogue says, and where it names no lead
 * who could be called, whose duty the matter is. Only a suggestion: the street decides, and the case refuses whom it must.
 */
public final class Suggestions {
    private final InForce rules;
    private final String category;
    private final String street;

    private Suggestions(InForce rules, String category, String street) {
        this.rules = rules;
        this.category = category;
        this.street = street;
    }

    /** A unit to be called, and why; of several that lead one is meant. */
    public record Suggestion(Registry.Unit unit, Boolean leads, Reason reason) {}

    /** Which document says so. */
    public sealed interface Reason {
        /** The dispatch catalogue. */
        record Said(DispatchCatalogue.Entry entry) implements Reason {}

        /** The duty list: it is the unit's own duty, or to assist is. */
        record Owed(DutyList.Entry duty) implements Reason {}
    }

    /** Whom the street in whose area a place lies should call, who leads first; nobody where nothing is known. */
    public static List<Suggestion> at(Registry.Place place, String category, InForce rules) {
        return rules.registry()
                .content()
                .streetOf(place.code())
                .map(street -> new Suggestions(rules, category, street.code()).at(place.kind()))
                .orElse(List.of());
    }

    private List<Suggestion> at(PlaceKind place) {
        Optional<DispatchCatalogue.Entry> entry = rules.catalogue().content().suggestionFor(category, place);
        List<Suggestion> leads =
                entry.map(this::leads).filter(said -> !said.isEmpty()).orElseGet(() -> owed(true, duties()::ownDuty));
        List<Suggestion> assisting = entry.map(this::assisting).orElseGet(() -> owed(false, duties()::assistance));
        return Stream.concat(
                        leads.stream(),
                        assisting.stream()
                                .filter(one -> leads.stream()
                                        .noneMatch(lead -> lead.unit().equals(one.unit()))))
                .toList();
    }

    private List<Suggestion> leads(DispatchCatalogue.Entry entry) {
        Stream<Registry.Unit> leads = entry.lead() == null
                ? anyOf(entry.leadKind(), entry.assisting())
                : callable().filter(unit -> unit.code().equals(entry.lead()));
        return suggested(leads, true, new Reason.Said(entry));
    }

    private List<Suggestion> assisting(DispatchCatalogue.Entry entry) {
        return suggested(
                callable().filter(unit -> entry.assisting().contains(unit.code())), false, new Reason.Said(entry));
    }

    /** Of a kind those whose own duty the matter is, or any where it is nobody's, but who is to assist. */
    private Stream<Registry.Unit> anyOf(@Nullable UnitKind kind, List<String> assisting) {
        List<Registry.Unit> all = callable()
                .filter(unit -> unit.kind() == kind && !assisting.contains(unit.code()))
                .toList();
        List<Registry.Unit> owing = all.stream()
                .filter(unit -> duties().ownDuty(unit.code(), category).isPresent())
                .toList();
        return (owing.isEmpty() ? all : owing).stream();
    }

    private List<Suggestion> owed(boolean leads, BiFunction<String, String, Optional<DutyList.Entry>> which) {
        return callable()
                .flatMap(unit -> which.apply(unit.code(), category).stream()
                        .flatMap(duty -> suggested(Stream.of(unit), leads, new Reason.Owed(duty)).stream()))
                .toList();
    }

    /** 事项准入. What is on the negative list goes to no street or community, and lawful duty is not theirs to lead. */
    private List<Suggestion> suggested(Stream<Registry.Unit> units, boolean leads, Reason why) {
        boolean kept = duties().negative(category).isPresent()
                || leads && duties().lawful(category).isPresent();
        return units.filter(unit -> !kept || unit.kind() != UnitKind.STREET && unit.kind() != UnitKind.COMMUNITY)
                .map(unit -> new Suggestion(unit, leads, why))
                .toList();
    }

    private Stream<Registry.Unit> callable() {
        Registry registry = rules.registry().content();
        return registry.units().values().stream()
                .filter(unit -> !unit.code().equals(street) && registry.mayWhistle(street, unit.code()));
    }

    private DutyList duties() {
        return rules.dutyList().content();
    }
}
