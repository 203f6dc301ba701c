package org.shaodao.sla;

import java.util.Locale;

/** What figures are told apart by. */
public enum Grouping {
    UNIT,
    STREET,
    CATEGORY,
    /** By the day, or by the month where only months can tell. */
    PERIOD,
    /** By unit, category, kind and urgency together, with a blank between them. */
    UNIT_AND_MATTER;

    String column() {
        return switch (this) {
            case UNIT, STREET, CATEGORY, PERIOD -> name().toLowerCase(Locale.ROOT);
            case UNIT_AND_MATTER -> "unit || ' ' || category || ' ' || kind || ' ' || urgency";
        };
    }
}
