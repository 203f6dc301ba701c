package org.shaodao.keys;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shaodao.access.Caller;
import org.shaodao.fact.Role;
import org.shaodao.parts.Choice;
import org.shaodao.parts.FormChoices;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What may be chosen for a key. */
@Component
class KeyChoices {
    static final String A_DAY = "P1D";

    /** For how long the secret before may still open. */
    private static final List<String> OVERLAPS = List.of("PT0S", "PT1H", A_DAY, "P7D", "P30D");

    private static final Set<Role> OF_SYSTEMS = EnumSet.complementOf(EnumSet.of(Role.RESIDENT, Role.SYSTEM));

    private final FormChoices choices;
    private final MessageSource messages;

    KeyChoices(FormChoices choices, MessageSource messages) {
        this.choices = choices;
        this.messages = messages;
    }

    Map<String, List<Choice>> of(String act, Caller caller, Locale locale) {
        return switch (act) {
            case "issue-key" ->
                Map.of(
                        "role",
                        OF_SYSTEMS.stream()
                                .map(role -> said("code.role.", role.name(), locale))
                                .toList(),
                        "unit",
                        choices.units(caller));
            case "rotate-key" ->
                Map.of(
                        "overlap",
                        OVERLAPS.stream()
                                .map(overlap -> said("api-keys.overlap.", overlap, locale))
                                .toList());
            default -> Map.of();
        };
    }

    private Choice said(String prefix, String code, Locale locale) {
        return new Choice(code, messages.getMessage(prefix + code, null, locale));
    }
}
