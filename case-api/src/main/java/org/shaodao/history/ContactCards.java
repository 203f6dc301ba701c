package org.shaodao.history;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.access.Caller;
import org.shaodao.access.Readings;
import org.shaodao.casefile.DispatchFacts;
import org.shaodao.demand.DemandKind;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;
import org.shaodao.problem.Problem;
import org.shaodao.problem.ProblemCode;
import org.shaodao.vault.Opened;
import org.shaodao.vault.Vault;
import org.shaodao.view.NotOlderThan;
import org.springframework.stereotype.Component;

/**
 * Rule 7. Tells who the resident is to whoever opened a contact card, or asked to know, in person and not too long ago;
 * each time it is told is kept.
 */
@Component
class ContactCards {
    private static final String CARD = "casefile.contact-card-opened";

    private final CaseReader reader;
    private final Histories histories;
    private final Vault vault;
    private final Aliases aliases;
    private final Readings readings;
    private final Clock clock;

    ContactCards(CaseReader reader, Histories histories, Vault vault, Aliases aliases, Readings readings, Clock clock) {
        this.reader = reader;
        this.histories = histories;
        this.vault = vault;
        this.aliases = aliases;
        this.readings = readings;
        this.clock = clock;
    }

    /**
     * Who the resident is, as far as they said and were not erased.
     *
     * @param until when the card lapses
     */
    record ContactCard(
            String alias,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            Instant until) {}

    /** @param officer whom an office's system names: the card is theirs and not the system's */
    ContactCard read(UUID caseId, Caller caller, @Nullable String officer, @Nullable Long minVersion) {
        By by = caller.by(officer);
        CaseHeader header = reader.header(caseId, caller, minVersion);
        CaseEntry opening =
                histories.reveals(caseId, minVersion == null ? null : new NotOlderThan(caseId, minVersion)).stream()
                        .filter(entry -> open(entry, header, by))
                        .findFirst()
                        .orElseThrow(() -> new Problem(ProblemCode.NO_CONTACT_CARD, Map.of()));
        readings.identity(caseId, by, opening.version());
        CaseEntry raised = histories
                .entries(caseId, EntryOrder.OLDEST_FIRST, null, 1, null)
                .entries()
                .getFirst();
        return new ContactCard(
                aliases.of(caseId),
                text(raised, caseId, "name"),
                text(raised, caseId, "phone"),
                text(raised, caseId, "address"),
                until(opening));
    }

    private boolean open(CaseEntry entry, CaseHeader header, By by) {
        boolean theirs = entry.by().person().equals(by.person())
                && entry.by().role() == by.role()
                && Objects.equals(entry.by().unitId(), by.unitId());
        return theirs
                && until(entry).isAfter(clock.instant())
                && (!entry.event().equals(CARD) || stillTheHandler(entry, header, by));
    }

    /** A card goes with its dispatch, with its handler, and with a demand that turns out to be a tip-off. */
    private static boolean stillTheHandler(CaseEntry entry, CaseHeader header, By by) {
        return (header.kind() != DemandKind.TIP_OFF || by.role() == Role.STREET)
                && header.dispatches().stream()
                        .filter(dispatch -> Integer.valueOf(dispatch.number())
                                .equals(entry.facts().get("dispatch")))
                        .anyMatch(dispatch -> by.person().equals(dispatch.handler())
                                && dispatch.state().compareTo(DispatchFacts.State.REPLIED) < 0);
    }

    private static Instant until(CaseEntry entry) {
        return Instant.parse(String.valueOf(entry.facts().get("until")));
    }

    private @Nullable String text(CaseEntry raised, UUID caseId, String label) {
        return raised.texts().stream()
                .filter(text -> text.label().equals(label))
                .findFirst()
                .map(text ->
                        vault.open(text.sealed(), caseId, label) instanceof Opened.Words shown ? shown.text() : null)
                .orElse(null);
    }
}
