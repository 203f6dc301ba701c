package org.shaodao.access;

import org.jspecify.annotations.Nullable;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.problem.Problem;

/** The units that keys and roles may be made for. */
public interface KnownUnits {
    /**
     * Passes where an active unit of this code exists, and where it is a street office if one is needed.
     *
     * @throws Refused with {@link org.shaodao.casefile.CaseRefusal.UnknownCode} otherwise
     */
    void requireUnit(String field, String code, boolean street);

    /**
     * Passes where somebody may act in this role for this unit.
     *
     * @param unit null = for none
     */
    default void requireUnitOf(Role role, @Nullable String unit) {
        switch (role) {
            case STREET -> requireUnit("unit", named(unit), true);
            case UNIT, DISTRICT, AUDITOR, GRID_WORKER, COMMUNITY -> requireUnit("unit", named(unit), false);
            case ADMINISTRATOR -> {
                if (unit != null) {
                    throw Problem.field("unit", "no-unit");
                }
            }
            case OUTSIDE -> named(unit); // the code of its source, which no registry holds
            case RESIDENT, SYSTEM -> throw Problem.field("role", "no-key");
        }
    }

    private static String named(@Nullable String unit) {
        if (unit == null) {
            throw Problem.field("unit", "needed");
        }
        return unit;
    }
}
