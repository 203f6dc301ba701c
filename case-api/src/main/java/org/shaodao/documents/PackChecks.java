package org.shaodao.documents;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shaodao.clocks.ClockKind;
import tools.jackson.databind.JsonNode;

/** A policy pack names only what it has, and always ends with a choice that fits everything. */
final class PackChecks {
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");

    private static final Set<String> WINDOWS = Stream.of(ClockKind.values())
            .filter(ClockKind::window)
            .map(ClockKind::name)
            .collect(Collectors.toUnmodifiableSet());

    private final JsonNode pack;
    private final Findings findings;

    PackChecks(JsonNode pack, Findings findings) {
        this.pack = pack;
        this.findings = findings;
    }

    void check(Around around) {
        Checks.known(pack, "", "calendar", around.calendars(), "known-calendar", findings);
        JsonNode calendar = pack.path("calendar");
        if (around.calendars().contains(calendar.asString(""))) {
            Checks.known(pack, "", "calendar", around.calendarsInForce(), "calendar-in-force", findings);
        }
        for (String grounds : new String[] {"handBackGrounds", "parkingGrounds", "exclusionGrounds"}) {
            Checks.codes(pack, grounds, "code", findings);
        }
        clockSets(Checks.codes(pack, "sources", "code", findings));
        choices(Checks.codes(pack, "whistleKinds", "code", findings));
        ladder();
        Checks.span(pack.path("extensions").path("longest"), "/extensions/longest", findings);
        Checks.span(pack.path("lateEntryGrace"), "/lateEntryGrace", findings);
    }

    private void clockSets(Set<String> sources) {
        pack.path("clockSets").properties().forEach(set -> {
            String at = Pointer.to("/clockSets", set.getKey());
            if (!CODE.matcher(set.getKey()).matches()) {
                findings.add(at, "code");
            }
            set.getValue().properties().forEach(rule -> {
                String here = Pointer.to(at, rule.getKey());
                Checks.known(rule.getValue(), here, "source", sources, "known-source", findings);
                Checks.span(rule.getValue().path("span"), Pointer.to(here, "span"), findings);
            });
        });
    }

    private void choices(Set<String> whistleKinds) {
        Set<String> sets = new HashSet<>(pack.path("clockSets").propertyNames());
        JsonNode choices = pack.path("choices");
        Checks.each(pack, "choices", (at, choice) -> {
            Checks.known(choice, at, "clockSet", sets, "known-clock-set", findings);
            Checks.known(choice, at, "whistleKind", whistleKinds, "known-whistle-kind", findings);
            boolean last = at.endsWith("/" + (choices.size() - 1));
            if (choice.isObject() && last != (choice.size() == 1)) {
                findings.add(at, last ? "last-choice" : "choice-condition");
            }
        });
    }

    private void ladder() {
        Checks.codes(pack, "ladder", "code", findings);
        Checks.each(pack, "ladder", (at, rung) -> {
            boolean later = rung.path("when").asString("").equals("MISSED_PLUS");
            if (rung.isObject() && later != rung.has("after")) {
                findings.add(Pointer.to(at, "after"), later ? "needed" : "only-later");
            }
            if (rung.path("opensByItself").asBoolean(false) && !rung.has("measure")) {
                findings.add(Pointer.to(at, "measure"), "needed");
            }
            Checks.span(rung.path("after"), Pointer.to(at, "after"), findings);
            reachable(rung, Pointer.to(at, "clock"));
        });
    }

    /** A window closes without being missed, and who is idle is idle with a handling time. */
    private void reachable(JsonNode rung, String at) {
        String clock = rung.path("clock").asString("");
        if (WINDOWS.contains(clock)) {
            findings.add(at, "never-missed", clock);
        } else if (rung.path("when").asString("").equals("HALFWAY_IDLE")
                && rung.path("clock").isString()
                && !clock.equals(ClockKind.HANDLING.name())) {
            findings.add(at, "handling-only");
        }
    }
}
