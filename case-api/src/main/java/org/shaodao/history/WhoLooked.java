package org.shaodao.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Readings;
import org.shaodao.fact.Role;
import org.shaodao.vault.Opened;
import org.shaodao.vault.Vault;
import org.springframework.stereotype.Component;

/** 谁看过. Tells a resident who read their words or who they are, and what for. */
@Component
public class WhoLooked {
    private final Readings readings;
    private final Histories histories;
    private final Vault vault;

    WhoLooked(Readings readings, Histories histories, Vault vault) {
        this.readings = readings;
        this.histories = histories;
        this.vault = vault;
    }

    /**
     * A reading as the resident is told of it: who by unit and role, never by person.
     *
     * @param who the unit in words, or the role where there is none
     * @param purpose what it was for, where somebody had to say so
     */
    public record Looked(
            Instant at,
            Readings.What what,
            Role role,
            @Nullable String unit,
            String who,
            @Nullable String purpose) {}

    /** The last readings of a case, the last one first. */
    public List<Looked> at(UUID caseId, int most, Words words) {
        Map<Long, CaseEntry> openings = histories.reveals(caseId, null).stream()
                .collect(Collectors.toMap(CaseEntry::version, Function.identity()));
        return readings.page(caseId, null, null, most).stream()
                .map(reading -> new Looked(
                        reading.at(),
                        reading.what(),
                        reading.role(),
                        reading.unit(),
                        reading.unit() == null
                                ? words.code("role", reading.role().name())
                                : words.names().unit(reading.unit()),
                        reading.opening() == null ? null : purpose(openings.get(reading.opening()), caseId)))
                .toList();
    }

    private @Nullable String purpose(@Nullable CaseEntry opening, UUID caseId) {
        return opening == null
                ? null
                : opening.texts().stream()
                        .filter(text -> text.label().equals("purpose"))
                        .findFirst()
                        .map(text -> vault.open(text.sealed(), caseId, "purpose") instanceof Opened.Words shown
                                ? shown.text()
                                : null)
                        .orElse(null);
    }
}
