package org.shaodao.problem;

import java.time.ZoneId;
import java.util.Locale;

/** How errors name what they are about. */
public interface FactNames {
    /** A unit in words; an unknown code is its own name. */
    String unit(String code, Locale locale);

    /** The zone in which moments are told. */
    ZoneId zone();
}
