package org.shaodao.documents;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.WorkingCalendar;

/**
 * The documents in force at one moment: what a decision may look at beside its own aggregate. Of registries, duty lists
 * and catalogues several are in force at once and say together what they say.
 *
 * @param at the moment
 * @param pack the policy pack this installation follows
 * @param calendars every calendar, by id
 * @param ownCalendar id of the calendar by which a street reckons; null = the one that the pack names
 */
public record InForce(
        Instant at,
        Versioned<PolicyPack> pack,
        Map<String, Versioned<WorkingCalendar>> calendars,
        Combined<Registry> registry,
        Combined<DutyList> dutyList,
        Combined<DispatchCatalogue> catalogue,
        @Nullable String ownCalendar) {

    /** @throws IllegalArgumentException if the calendar that the pack names is not among the calendars */
    public InForce {
        calendars = Map.copyOf(calendars);
        if (!calendars.containsKey(pack.content().calendar())) {
            throw new IllegalArgumentException("No calendar " + pack.content().calendar() + " is in force");
        }
    }

    /** As they are for the whole city. */
    public InForce(
            Instant at,
            Versioned<PolicyPack> pack,
            Map<String, Versioned<WorkingCalendar>> calendars,
            Combined<Registry> registry,
            Combined<DutyList> dutyList,
            Combined<DispatchCatalogue> catalogue) {
        this(at, pack, calendars, registry, dutyList, catalogue, null);
    }

    /** The calendar to reckon by: the street's own, otherwise the one that the pack names. */
    public Versioned<WorkingCalendar> calendar() {
        String id = ownCalendar == null ? pack.content().calendar() : ownCalendar;
        return Objects.requireNonNull(calendars.get(id), "checked when this was made");
    }

    /**
     * As they are for one street.
     *
     * @param street code of its unit; one without a calendar of its own, or with one that is not in force, goes by the pack's
     */
    public InForce of(String street) {
        return registry.content()
                .unit(street)
                .map(Registry.Unit::calendar)
                .filter(calendars::containsKey)
                .map(own -> new InForce(at, pack, calendars, registry, dutyList, catalogue, own))
                .orElse(this);
    }
}
