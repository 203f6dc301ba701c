package org.shaodao.documents;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.shaodao.clocks.WorkingCalendar;

/**
 * The documents in force at one moment: what a decision may look at beside its own aggregate. Of registries, duty lists
 * and catalogues several are in force at once and say together what they say.
 *
 * @param at the moment
 * @param pack the policy pack this installation follows
 * @param calendars every calendar, by id
 */
public record InForce(
        Instant at,
        Versioned<PolicyPack> pack,
        Map<String, Versioned<WorkingCalendar>> calendars,
        Combined<Registry> registry,
        Combined<DutyList> dutyList,
        Combined<DispatchCatalogue> catalogue) {

    /** @throws IllegalArgumentException if the calendar that the pack names is not among the calendars */
    public InForce {
        calendars = Map.copyOf(calendars);
        if (!calendars.containsKey(pack.content().calendar())) {
            throw new IllegalArgumentException("No calendar " + pack.content().calendar() + " is in force");
        }
    }

    /** The calendar that the pack names. */
    public Versioned<WorkingCalendar> calendar() {
        return Objects.requireNonNull(calendars.get(pack.content().calendar()), "checked when this was made");
    }

    public Optional<Versioned<WorkingCalendar>> calendar(String id) {
        return Optional.ofNullable(calendars.get(id));
    }
}
