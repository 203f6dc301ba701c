package org.shaodao.clocks;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The days off and make-up working days published for one year. A year whose notice is not out yet has no such entry:
 * unknown is not the same as "no holidays".
 *
 * @param notices where it was published: document numbers or addresses; a second one amended the first
 * @param days may reach into a neighbouring year: 2018-12-29 to 31 were arranged by the notice for 2019
 */
public record PublishedYear(List<String> notices, Map<LocalDate, NamedDay> days) {
    public PublishedYear {
        notices = List.copyOf(notices);
        days = Map.copyOf(days);
    }
}
