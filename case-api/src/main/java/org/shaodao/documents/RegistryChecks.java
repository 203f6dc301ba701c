package org.shaodao.documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** In a registry every tree has its roots, every code stands for one thing for ever, and every way upwards ends. */
final class RegistryChecks {
    private final JsonNode registry;
    private final Findings findings;

    RegistryChecks(JsonNode registry, Findings findings) {
        this.registry = registry;
        this.findings = findings;
    }

    void check(Around around) {
        Set<String> places = Checks.codes(registry, "places", "code", findings);
        Set<String> units = Checks.codes(registry, "units", "code", findings);
        Set<String> categories = Checks.codes(registry, "categories", "code", findings);
        Checks.codes(registry, "roles", "code", findings);
        Checks.codes(registry, "calls", "street", findings);
        tree("places", places, "known-place");
        levels();
        outlines();
        tree("categories", categories, "known-category");
        Checks.each(registry, "units", (at, unit) -> {
            Checks.known(unit, at, "place", places, "known-place", findings);
            Checks.allKnown(unit, at, "parents", units, "known-unit", findings);
            Checks.known(unit, at, "calendar", around.calendarsInForce(), "known-calendar", findings);
        });
        calls(units);
        taken("places", around.others().places().keySet());
        taken("units", around.others().units().keySet());
        taken("categories", around.others().categories().keySet());
        if (around.newest() != null) {
            kept("places", places, around.newest());
            kept("units", units, around.newest());
            kept("categories", categories, around.newest());
        }
    }

    private void tree(String list, Set<String> codes, String rule) {
        Map<String, String> parents = new HashMap<>();
        Checks.each(registry, list, (at, entry) -> {
            Checks.known(entry, at, "parent", codes, rule, findings);
            if (entry.path("code").isString() && entry.path("parent").isString()) {
                parents.put(entry.path("code").asString(), entry.path("parent").asString());
            }
        });
        Checks.each(registry, list, (at, entry) -> {
            if (goesRound(entry.path("code").asString(""), parents)) {
                findings.add(Pointer.to(at, "parent"), "no-cycle");
            }
        });
    }

    /** Whether the way upwards comes back to where it began. */
    private static boolean goesRound(String code, Map<String, String> parents) {
        Set<String> way = new HashSet<>();
        String here = parents.get(code);
        while (here != null && way.add(here)) {
            if (here.equals(code)) {
                return true;
            }
            here = parents.get(here);
        }
        return false;
    }

    /** A place lies in a larger one. */
    private void levels() {
        Map<String, Integer> levels = new HashMap<>();
        Checks.each(
                registry,
                "places",
                (at, place) -> level(place)
                        .ifPresent(level -> levels.put(place.path("code").asString(""), level)));
        Checks.each(registry, "places", (at, place) -> {
            Integer above = levels.get(place.path("parent").asString(""));
            if (above != null && level(place).filter(level -> level <= above).isPresent()) {
                findings.add(Pointer.to(at, "kind"), "lower-level");
            }
        });
    }

    /** Corners on one line, or fewer than three different ones, are no outline. */
    private void outlines() {
        Checks.each(registry, "places", (at, place) -> {
            JsonNode outline = place.path("outline");
            if (outline.size() >= 3 && readable(outline) && enclosed(outline).signum() == 0) {
                findings.add(Pointer.to(at, "outline"), "encloses-area");
            }
        });
    }

    private static boolean readable(JsonNode outline) {
        return outline.valueStream()
                .allMatch(corner -> corner.size() == 2
                        && corner.valueStream()
                                .allMatch(degrees -> degrees.isNumber() && Math.abs(degrees.asDouble()) <= 180));
    }

    /** Twice the area, as the trapezium rule has it. */
    private static BigDecimal enclosed(JsonNode outline) {
        BigDecimal twice = BigDecimal.ZERO;
        for (int i = 0; i < outline.size(); i++) {
            JsonNode one = outline.get(i);
            JsonNode next = outline.get((i + 1) % outline.size());
            twice = twice.add(degrees(one, 0)
                    .multiply(degrees(next, 1))
                    .subtract(degrees(next, 0).multiply(degrees(one, 1))));
        }
        return twice;
    }

    private static BigDecimal degrees(JsonNode corner, int which) {
        return BigDecimal.valueOf(corner.get(which).asDouble());
    }

    private static Optional<Integer> level(JsonNode place) {
        for (PlaceKind kind : PlaceKind.values()) {
            if (kind.name().equals(place.path("kind").asString(""))) {
                return Optional.of(kind.ordinal());
            }
        }
        return Optional.empty();
    }

    private void calls(Set<String> units) {
        Set<String> streets = new HashSet<>();
        Checks.each(registry, "units", (at, unit) -> {
            if (unit.path("kind").asString("").equals(UnitKind.STREET.name())) {
                streets.add(unit.path("code").asString(""));
            }
        });
        Checks.each(registry, "calls", (at, call) -> {
            Checks.known(call, at, "street", streets, "known-street", findings);
            Checks.allKnown(call, at, "units", units, "known-unit", findings);
        });
    }

    private void taken(String list, Set<String> byOthers) {
        Checks.each(registry, list, (at, entry) -> {
            if (byOthers.contains(entry.path("code").asString(""))) {
                findings.add(Pointer.to(at, "code"), "code-taken");
            }
        });
    }

    private void kept(String list, Set<String> codes, JsonNode newest) {
        Checks.each(newest, list, (at, entry) -> {
            String code = entry.path("code").asString("");
            if (!codes.contains(code)) {
                findings.add('/' + list, "code-kept", code);
            }
        });
    }
}
