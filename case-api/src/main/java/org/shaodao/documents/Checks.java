package org.shaodao.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.shaodao.clocks.SpanKind;
import tools.jackson.databind.JsonNode;

/**
 * What no schema can say: that codes lead somewhere and stand for one thing. Works on whatever is there, so that one
 * pass names everything that is wrong.
 */
final class Checks {
    private Checks() {}

    static void check(DocumentKind kind, JsonNode root, Around around, Findings findings) {
        switch (kind) {
            case POLICY_PACK -> new PackChecks(root, findings).check(around);
            case CALENDAR -> new CalendarChecks(root, findings).check();
            case REGISTRY -> new RegistryChecks(root, findings).check(around);
            case DUTY_LIST -> duties(root, around, findings);
            case DISPATCH_CATALOGUE -> catalogue(root, around, findings);
            case IMPORT_MAPPING -> mapping(root, findings);
            case REPORTING_PERIOD -> period(root, around, findings);
        }
    }

    /** Every entry of a list, with its pointer. */
    static void each(JsonNode root, String list, BiConsumer<String, JsonNode> check) {
        int i = 0;
        for (JsonNode entry : root.path(list)) {
            check.accept(Pointer.to('/' + list, i++), entry);
        }
    }

    /** The codes of a list; a code that stands there twice is a finding. */
    static Set<String> codes(JsonNode root, String list, String name, Findings findings) {
        Set<String> codes = new HashSet<>();
        each(root, list, (at, entry) -> {
            if (entry.path(name).isString() && !codes.add(entry.path(name).asString())) {
                findings.add(
                        Pointer.to(at, name), "code-twice", entry.path(name).asString());
            }
        });
        return codes;
    }

    /** A code that must be one of these, where it is given at all. */
    static void known(JsonNode owner, String at, String name, Set<String> codes, String rule, Findings findings) {
        JsonNode code = owner.path(name);
        if (code.isString() && !codes.contains(code.asString())) {
            findings.add(Pointer.to(at, name), rule, code.asString());
        }
    }

    /** The same for a list of codes. */
    static void allKnown(JsonNode owner, String at, String list, Set<String> codes, String rule, Findings findings) {
        int i = 0;
        for (JsonNode code : owner.path(list)) {
            if (code.isString() && !codes.contains(code.asString())) {
                findings.add(Pointer.to(Pointer.to(at, list), i), rule, code.asString());
            }
            i++;
        }
    }

    /** No span is longer than ten years. */
    static void span(JsonNode span, String at, Findings findings) {
        for (SpanKind kind : SpanKind.values()) {
            if (span.path("kind").asString("").equals(kind.name())
                    && whole(span.path("amount"))
                    && span.path("amount").decimalValue().compareTo(BigDecimal.valueOf(kind.longest())) > 0) {
                findings.add(Pointer.to(at, "amount"), "at-most", kind.longest());
            }
        }
    }

    /** Whether this is a whole number as a schema knows it: {@code 5000.0} and {@code 5e3} are. */
    static boolean whole(JsonNode number) {
        return number.isNumber() && number.canConvertToExactIntegral();
    }

    private static void duties(JsonNode root, Around around, Findings findings) {
        codes(root, "entries", "code", findings);
        each(root, "entries", (at, entry) -> {
            known(entry, at, "unit", around.registry().units().keySet(), "known-unit", findings);
            allKnown(entry, at, "categories", around.registry().categories().keySet(), "known-category", findings);
        });
    }

    private static void mapping(JsonNode root, Findings findings) {
        if (root.path("zone").isString()
                && !ZoneId.getAvailableZoneIds().contains(root.path("zone").asString())) {
            findings.add("/zone", "zone");
        }
        for (String list : List.of("closedWhen", "duplicateWhen", "transferredWhen")) {
            each(root, list, (at, entry) -> {
                try {
                    Pattern.compile(entry.path("matches").asString(""));
                } catch (PatternSyntaxException e) {
                    findings.add(Pointer.to(at, "matches"), "regular-expression");
                }
            });
        }
    }

    /** A month is frozen when it is over, and corrected by what became known later. */
    private static void period(JsonNode root, Around around, Findings findings) {
        try {
            LocalDate knownOn = LocalDate.parse(root.path("knownOn").asString(""));
            LocalDate last = YearMonth.parse(root.path("id").asString("")).atEndOfMonth();
            LocalDate earliest = around.newest() == null
                    ? last
                    : LocalDate.parse(around.newest().path("knownOn").asString())
                            .plusDays(1);
            if (knownOn.isBefore(earliest)) {
                findings.add("/knownOn", "not-before", earliest);
            }
        } catch (DateTimeParseException e) {
            findings.add("/knownOn", "date"); // what the schema lets through, such as the 30th of February
        }
    }

    private static void catalogue(JsonNode root, Around around, Findings findings) {
        codes(root, "entries", "code", findings);
        each(root, "entries", (at, entry) -> {
            known(entry, at, "category", around.registry().categories().keySet(), "known-category", findings);
            known(entry, at, "lead", around.registry().units().keySet(), "known-unit", findings);
            allKnown(entry, at, "assisting", around.registry().units().keySet(), "known-unit", findings);
            if (entry.isObject() && entry.has("lead") == entry.has("leadKind")) {
                findings.add(at, "lead-or-kind");
            }
        });
    }
}
