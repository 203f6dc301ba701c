package org.shaodao.casefile;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shaodao.attachments.Attachments;
import org.shaodao.directory.Directory;
import org.shaodao.fact.Attached;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;
import org.shaodao.problem.Problem;
import org.shaodao.vault.Vault;
import org.shaodao.vault.VaultRefusal;
import org.shaodao.web.RequestMark;

/** One step on its way: what its command is made of, and the checks that need no case. Plain words go no further. */
public final class Step {
    private static final Duration FARTHEST_APPOINTMENT = Duration.ofDays(366);

    private final Vault vault;
    private final Directory directory;
    private final Attachments attachments;
    private final UUID caseId;
    private final UUID complainant;
    private final Instant at;
    private final RequestMark mark;
    private final @Nullable Integer number;
    private final @Nullable UUID joined;

    Step(
            Vault vault,
            Directory directory,
            Attachments attachments,
            UUID caseId,
            UUID complainant,
            Instant at,
            RequestMark mark,
            @Nullable Integer number) {
        this(vault, directory, attachments, caseId, complainant, at, mark, number, null);
    }

    /** @param joined the resident who takes it, if they joined the case with one of their own: their words are theirs */
    Step(
            Vault vault,
            Directory directory,
            Attachments attachments,
            UUID caseId,
            UUID complainant,
            Instant at,
            RequestMark mark,
            @Nullable Integer number,
            @Nullable UUID joined) {
        this.vault = vault;
        this.directory = directory;
        this.attachments = attachments;
        this.caseId = caseId;
        this.complainant = complainant;
        this.at = at;
        this.mark = mark;
        this.number = number;
        this.joined = joined;
    }

    UUID caseId() {
        return caseId;
    }

    By by() {
        return mark.by();
    }

    /** Who judges the work of others must be a person: an office's system names the officer it acts for. */
    By judge() {
        if (!mark.personal()) {
            throw Problem.field("Shaodao-Officer", "needed");
        }
        return mark.by();
    }

    Instant at() {
        return at;
    }

    Integer dispatch() {
        return Objects.requireNonNull(number, "a step on a dispatch says which");
    }

    Integer commitment() {
        return Objects.requireNonNull(number, "a step on a commitment says which");
    }

    Integer whistle() {
        return Objects.requireNonNull(number, "a step on a whistle says which");
    }

    /** The person with this telephone, or a new one who left none. */
    UUID person(@Nullable String phone) {
        return person(phone, vault);
    }

    static UUID person(@Nullable String phone, Vault vault) {
        if (phone == null || phone.isBlank()) {
            return vault.newPerson();
        }
        try {
            return vault.personFor(phone);
        } catch (IllegalArgumentException noNumber) {
            throw Problem.field("phone", "phone");
        }
    }

    /**
     * Whose answers are told; null = those of the case's own resident.
     *
     * @param asked whom an office asked; residents answer for themselves
     */
    @Nullable UUID voice(@Nullable UUID asked) {
        if (by().role() != Role.RESIDENT) {
            return asked;
        }
        if (asked != null && !asked.equals(joined)) {
            throw new Refused(new CaseRefusal.NotAComplainant(asked));
        }
        return joined;
    }

    /** Words of somebody who joined the case, sealed with their own key; null = of the case's own resident. */
    @Nullable Sealed sealOrNull(String label, @Nullable String text, @Nullable UUID speaker) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return sealed(speaker == null ? complainant : speaker, label, text);
        } catch (VaultRefusal nobody) {
            if (speaker != null && nobody.reason() == VaultRefusal.Reason.UNKNOWN_PERSON) {
                throw new Refused(new CaseRefusal.NotAComplainant(speaker));
            }
            throw nobody;
        }
    }

    Sealed seal(String label, String text) {
        return sealed(joined == null ? complainant : joined, label, text);
    }

    private Sealed sealed(UUID person, String label, String text) {
        try {
            return vault.seal(person, caseId, label, text);
        } catch (IllegalArgumentException halfACharacter) {
            throw Problem.field(label, "text");
        }
    }

    @Nullable Sealed sealOrNull(String label, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(label, text);
    }

    /**
     * Of how many other cases the unit answered in the same words before; null = none. What is read in from other systems
     * is not looked at.
     */
    @Nullable Integer copies(String text) {
        String unit = by().unitId();
        if (unit == null || mark.channel().equals(CaseFile.IMPORT)) {
            return null;
        }
        int copies = vault.wordedBefore(unit, text, caseId);
        return copies == 0 ? null : copies;
    }

    /** The files that come with it, which are the case's from now on; null = none. */
    @Nullable List<Attached> attachments(@Nullable List<String> tickets) {
        return tickets == null || tickets.isEmpty()
                ? null
                : attachments.claim(tickets, caseId, mark.by().actorId(), this::seal);
    }

    /** The code of an active unit. */
    String unit(String field, String code) {
        directory.requireUnit(field, code, false);
        return code;
    }

    /** The code of a category, if one is named. */
    @Nullable String category(String field, @Nullable String code) {
        if (code != null) {
            directory.requireCategory(field, code);
        }
        return code;
    }

    /** The code of a place, if one is named. */
    @Nullable String place(String field, @Nullable String code) {
        if (code != null) {
            directory.requirePlace(field, code);
        }
        return code;
    }

    /** A day to come, at most a year away. */
    LocalDate day(String field, LocalDate day) {
        appointment(field, day.atStartOfDay(ZoneOffset.UTC).toInstant());
        return day;
    }

    /** A time to come, at most a year away. */
    @Nullable Instant appointment(String field, @Nullable Instant time) {
        if (time != null
                && (time.isBefore(at.minus(CaseDesk.CLOCK_ERROR)) || time.isAfter(at.plus(FARTHEST_APPOINTMENT)))) {
            throw Problem.field(field, "too-far");
        }
        return time;
    }
}
