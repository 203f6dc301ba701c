package org.shaodao.documents;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.shaodao.clocks.WorkingCalendar;

/** The documents in force at a moment, of each kind what decisions need. */
record Assembly(
        Map<String, Versioned<PolicyPack>> packs,
        Map<String, Versioned<WorkingCalendar>> calendars,
        Combined<Registry> registry,
        Combined<DutyList> dutyList,
        Combined<DispatchCatalogue> catalogue) {

    static Assembly of(Shelf shelf, Instant at) {
        return new Assembly(
                each(shelf.inForce(DocumentKind.POLICY_PACK, at), reading -> ((Reading.Pack) reading).pack()),
                each(shelf.inForce(DocumentKind.CALENDAR, at), reading -> ((Reading.Calendar) reading).calendar()),
                together(
                        shelf.inForce(DocumentKind.REGISTRY, at),
                        reading -> ((Reading.Organisation) reading).registry(),
                        Registry::union),
                together(
                        shelf.inForce(DocumentKind.DUTY_LIST, at),
                        reading -> ((Reading.Duties) reading).duties(),
                        DutyList::union),
                together(
                        shelf.inForce(DocumentKind.DISPATCH_CATALOGUE, at),
                        reading -> ((Reading.Catalogue) reading).catalogue(),
                        DispatchCatalogue::union));
    }

    private static <T> Map<String, Versioned<T>> each(
            SortedMap<String, Edition> editions, Function<Reading, T> content) {
        Map<String, Versioned<T>> each = new HashMap<>();
        editions.forEach((id, edition) ->
                each.put(id, new Versioned<>(edition.published().ref(), content.apply(edition.reading()))));
        return each;
    }

    private static <T> Combined<T> together(
            SortedMap<String, Edition> editions, Function<Reading, T> content, Function<List<T>, T> union) {
        return new Combined<>(
                editions.values().stream()
                        .map(edition -> edition.published().ref())
                        .toList(),
                union.apply(editions.values().stream()
                        .map(edition -> content.apply(edition.reading()))
                        .toList()));
    }
}
