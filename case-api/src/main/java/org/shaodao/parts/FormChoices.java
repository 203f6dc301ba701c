package org.shaodao.parts;

import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shaodao.access.Accounts;
import org.shaodao.access.Caller;
import org.shaodao.documents.Documents;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.PolicyPack.Ground;
import org.shaodao.documents.Registry;
import org.shaodao.documents.UnitKind;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What may be chosen in a field of a step: the choices of its type, or what the documents in force say now. */
@Component
public class FormChoices {
    private final Documents documents;
    private final Accounts accounts;
    private final FormWords words;
    private final Clock clock;

    FormChoices(Documents documents, Accounts accounts, FormWords words, Clock clock) {
        this.documents = documents;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    /** Empty for a field that is written into. */
    List<Choice> of(String step, RecordComponent part, Caller caller) {
        Class<?> type = part.getType() == List.class ? Said.element(part) : part.getType();
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants())
                    .map(choice -> ((Enum<?>) choice).name())
                    .map(code -> new Choice(code, words.choice(part.getName(), code)))
                    .toList();
        }
        if (type == Boolean.class) {
            return Stream.of("true", "false")
                    .map(code -> new Choice(code, words.choice(part.getName(), code)))
                    .toList();
        }
        return switch (part.getName()) {
            case "ground" -> grounds(step);
            case "kind" -> whistleKinds();
            case "unit" -> step.equals("handle-ourselves") ? ownUnits(caller) : units(caller);
            case "suggested", "responsible", "wanted" -> units(caller);
            case "category" -> categories();
            case "place" -> places();
            case "handler", "authorisedBy" -> handlers(caller);
            default -> List.of();
        };
    }

    private List<Choice> grounds(String step) {
        PolicyPack pack = documents.inForce(clock.instant()).pack().content();
        List<Ground> grounds = switch (step) {
            case "hand-back" -> pack.handBackGrounds();
            case "propose-parking" -> pack.parkingGrounds();
            default -> pack.exclusionGrounds();
        };
        return named(grounds, ground -> new Named(ground.code(), ground.zh(), ground.en()));
    }

    /** Every active unit but the caller's own. */
    public List<Choice> units(Caller caller) {
        return named(
                documents.registry(clock.instant()).units().values().stream()
                        .filter(Registry.Unit::active)
                        .filter(unit -> !unit.code().equals(caller.unit()))
                        .toList(),
                unit -> new Named(unit.code(), unit.zh(), unit.en()));
    }

    /** Every category. */
    public List<Choice> categories() {
        return named(documents.registry(clock.instant()).categories().values(), Named::of);
    }

    /** Every place. */
    public List<Choice> places() {
        return named(documents.registry(clock.instant()).places().values(), Named::of);
    }

    /** Every active street office. */
    public List<Choice> streets() {
        return named(
                documents.registry(clock.instant()).units().values().stream()
                        .filter(unit -> unit.active() && unit.kind() == UnitKind.STREET)
                        .toList(),
                unit -> new Named(unit.code(), unit.zh(), unit.en()));
    }

    /** The street itself and its communities 自办. */
    private List<Choice> ownUnits(Caller caller) {
        Registry registry = documents.registry(clock.instant());
        String street = String.valueOf(caller.unit());
        return named(
                registry.units().values().stream()
                        .filter(unit -> unit.active()
                                && (unit.code().equals(street)
                                        || registry.worksFor(street, unit.code(), UnitKind.COMMUNITY)))
                        .toList(),
                unit -> new Named(unit.code(), unit.zh(), unit.en()));
    }

    private List<Choice> whistleKinds() {
        return named(
                documents.inForce(clock.instant()).pack().content().whistleKinds(),
                kind -> new Named(kind.code(), kind.zh(), kind.en()));
    }

    /** The caller's own people, the caller first. */
    private List<Choice> handlers(Caller caller) {
        return caller.unit() == null
                ? List.of()
                : Stream.concat(
                                Stream.of(new Choice(caller.id(), caller.name())),
                                accounts.of(caller.unit()).stream()
                                        .filter(colleague -> !colleague.id().equals(caller.id()))
                                        .map(colleague -> new Choice(colleague.id(), colleague.name())))
                        .toList();
    }

    private record Named(String code, String zh, String en) {
        static Named of(Registry.Category category) {
            return new Named(category.code(), category.zh(), category.en());
        }

        static Named of(Registry.Place place) {
            return new Named(place.code(), place.zh(), place.en());
        }
    }

    private static <T> List<Choice> named(Collection<T> all, Function<T, Named> name) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return all.stream()
                .map(name)
                .map(one -> new Choice(one.code(), english ? one.en() : one.zh()))
                .toList();
    }
}
