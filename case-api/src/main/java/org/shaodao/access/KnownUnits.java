package org.shaodao.access;

import org.shaodao.fact.Refused;

/** The units that keys may be made for. */
public interface KnownUnits {
    /**
     * Passes where an active unit of this code exists, and where it is a street office if one is needed.
     *
     * @throws Refused with {@link org.shaodao.casefile.CaseRefusal.UnknownCode} otherwise
     */
    void requireUnit(String field, String code, boolean street);
}
