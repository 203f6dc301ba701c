package org.shaodao.view;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Where the events of cases can be read again. */
@FunctionalInterface
public interface EventsOfCases {
    /** Every event of these cases, each up to a version, those of a case in order. */
    List<Recorded> upTo(Map<UUID, Long> versions);
}
