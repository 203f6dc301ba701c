package org.shaodao.documents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shaodao.clocks.Hours;
import org.shaodao.clocks.NamedDay;
import org.shaodao.clocks.PublishedYear;
import org.shaodao.clocks.WorkingCalendar;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A document as the domain knows it, read from a text that was found right when it was published. */
sealed interface Reading {
    /** The one mapper of documents. What a later version of the product no longer knows is left aside. */
    JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .withConfigOverride(
                    List.class, list -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    /**
     * Reads a text.
     *
     * @throws RuntimeException of any kind, where the domain does not take what the text says
     */
    static Reading of(DocumentKind kind, String text) {
        return switch (kind) {
            case POLICY_PACK -> new Pack(MAPPER.readValue(text, PolicyPack.class));
            case CALENDAR ->
                new Calendar(MAPPER.readValue(text, CalendarText.class).calendar());
            case REGISTRY ->
                new Organisation(MAPPER.readValue(text, RegistryText.class).registry());
            case DUTY_LIST -> new Duties(MAPPER.readValue(text, DutyList.class));
            case DISPATCH_CATALOGUE -> new Catalogue(MAPPER.readValue(text, DispatchCatalogue.class));
            case IMPORT_MAPPING -> new Mapping(MAPPER.readValue(text, ImportMapping.class));
            case REPORTING_PERIOD -> new Period(MAPPER.readValue(text, ReportingPeriod.class));
        };
    }

    /**
     * A stored text as the domain knows it; {@link Unreadable} where it does not, for one version must not take all
     * others with it.
     */
    static Reading ofStored(DocumentEvent.Published stored) {
        try {
            return of(stored.kind(), stored.content());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Reading.class)
                    .error(
                            "Version {} of {} {} cannot be read and is left out of what is in force",
                            stored.version(),
                            stored.kind().code(),
                            stored.id(),
                            e);
            return new Unreadable();
        }
    }

    record Pack(PolicyPack pack) implements Reading {}

    record Calendar(WorkingCalendar calendar) implements Reading {}

    record Organisation(Registry registry) implements Reading {}

    record Duties(DutyList duties) implements Reading {}

    record Catalogue(DispatchCatalogue catalogue) implements Reading {}

    record Mapping(ImportMapping mapping) implements Reading {}

    record Period(ReportingPeriod period) implements Reading {}

    /** A stored version that this version of the product cannot read: never in force. */
    record Unreadable() implements Reading {}

    /** A calendar as it is written: years and days in lists. */
    record CalendarText(
            String id,
            Integer version,
            ZoneId zone,
            Set<DayOfWeek> weeklyRest,
            List<Hours> hours,
            List<YearText> years) {
        record YearText(Integer year, List<String> notices, List<DayText> days) {
            PublishedYear published() {
                Map<LocalDate, NamedDay> named = new LinkedHashMap<>();
                days.forEach(day -> named.put(day.date(), new NamedDay(day.name(), day.off())));
                return new PublishedYear(notices, named);
            }
        }

        record DayText(LocalDate date, String name, Boolean off) {}

        WorkingCalendar calendar() {
            Map<Integer, PublishedYear> published = new LinkedHashMap<>();
            years.forEach(year -> published.put(year.year(), year.published()));
            return new WorkingCalendar(id, version, zone, weeklyRest, hours, published);
        }
    }

    /** A registry as it is written: everything in lists. */
    record RegistryText(
            String id,
            String version,
            List<Registry.Place> places,
            List<Registry.Unit> units,
            List<Registry.OfficeRole> roles,
            List<Registry.Category> categories,
            List<Registry.Callable> calls) {
        static RegistryText of(String id, String version, Registry registry) {
            return new RegistryText(
                    id,
                    version,
                    List.copyOf(registry.places().values()),
                    List.copyOf(registry.units().values()),
                    List.copyOf(registry.roles().values()),
                    List.copyOf(registry.categories().values()),
                    List.copyOf(registry.calls().values()));
        }

        Registry registry() {
            return Registry.of(places, units, roles, categories, calls);
        }
    }
}
