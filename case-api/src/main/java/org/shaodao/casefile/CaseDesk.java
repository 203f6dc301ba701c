package org.shaodao.casefile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.attachments.Attachments;
import org.shaodao.directory.Directory;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;
import org.shaodao.problem.Problem;
import org.shaodao.problem.RefusedAndKept;
import org.shaodao.vault.Opened;
import org.shaodao.vault.Vault;
import org.shaodao.vault.VaultRefusal;
import org.shaodao.web.Courier;
import org.shaodao.web.RequestMark;
import org.springframework.stereotype.Component;

/**
 * Takes a step for somebody: finds the key that seals its words, checks times, draws the number of a new case, and sends
 * the command.
 */
@Component
public class CaseDesk {
    static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration FARTHEST_DUE = Duration.ofDays(3_660);
    private final Courier courier;
    private final FirstReceipts firstReceipts;
    private final EventStore events;
    private final Survivors survivors;
    private final Vault vault;
    private final CaseNumbers numbers;
    private final OutsideNumbers outsideNumbers;
    private final Directory directory;
    private final Attachments attachments;
    private final Clock clock;
    private final Cache<UUID, UUID> complainants =
            Caffeine.newBuilder().maximumSize(50_000).build();

    CaseDesk(
            Courier courier,
            FirstReceipts firstReceipts,
            EventStore events,
            Survivors survivors,
            Vault vault,
            CaseNumbers numbers,
            OutsideNumbers outsideNumbers,
            Directory directory,
            Attachments attachments,
            Clock clock) {
        this.courier = courier;
        this.firstReceipts = firstReceipts;
        this.events = events;
        this.survivors = survivors;
        this.vault = vault;
        this.numbers = numbers;
        this.outsideNumbers = outsideNumbers;
        this.directory = directory;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * Opens a case.
     *
     * @param caseId the id the case will have; the same for a repetition of the same request
     */
    public Receipt raise(UUID caseId, IntakeRequests.Raise request, RequestMark mark) {
        OutsideNumber outside = request.outside() == null ? null : outside(request.outside());
        try {
            return answer(caseId, mark, () -> {
                IntakeCommand.Raise command = command(caseId, request, outside, mark);
                if (outside != null) {
                    outsideNumbers.claim(outside, caseId);
                }
                return command;
            });
        } catch (Refused e) {
            if (outside != null) {
                outsideNumbers.release(outside, caseId);
            }
            throw e;
        }
    }

    private IntakeCommand.Raise command(
            UUID caseId, IntakeRequests.Raise request, @Nullable OutsideNumber outside, RequestMark mark) {
        String street = request.street() == null && mark.by().role() == Role.STREET
                ? mark.by().unitId()
                : request.street();
        if (street == null) {
            throw Problem.field("street", "needed");
        }
        directory.requireUnit("street", street, true);
        requireClear(request.category(), request.place(), request.subject());
        if (request.about() != null) {
            directory.requireUnit("about", request.about(), false);
        }
        Instant at = occurred(request.occurredAt());
        UUID complainant = Step.person(request.phone(), vault);
        Step step = new Step(vault, directory, attachments, caseId, complainant, at, mark, null);
        return new IntakeCommand.Raise(
                caseId,
                mark.by(),
                at,
                numbers.next(),
                street,
                complainant,
                request.kind(),
                request.urgency(),
                request.channel(),
                request.category(),
                request.place(),
                request.subject().strip(),
                step.seal("narrative", request.narrative()),
                step.sealOrNull("name", request.name()),
                step.sealOrNull("phone", request.phone()),
                step.sealOrNull("address", request.address()),
                request.onBehalfOf(),
                request.about(),
                request.confidential(),
                outside,
                step.attachments(request.attachments()));
    }

    private OutsideNumber outside(IntakeRequests.Outside outside) {
        Instant due = outside.dueAt();
        if (due != null
                && (due.isBefore(EARLIEST) || due.isAfter(clock.instant().plus(FARTHEST_DUE)))) {
            throw Problem.field("outside.dueAt", "too-far");
        }
        return new OutsideNumber(
                outside.source(), outside.number(), due == null ? null : due.truncatedTo(ChronoUnit.MILLIS));
    }

    private void requireClear(String category, String place, String subject) {
        directory.requireCategory("category", category);
        directory.requirePlace("place", place);
        if (PersonalData.isIn(subject)) {
            throw Problem.field("subject", "personal-data");
        }
    }

    /**
     * Opens a case for one matter of another.
     *
     * @param partId the id the new case will have; the same for a repetition of the same request
     */
    Receipt split(UUID caseId, UUID partId, LinkRequests.Split request, RequestMark mark) {
        return answer(partId, mark, () -> {
            IntakeEvent.Raised whole = raised(caseId);
            String place = request.place() == null ? whole.place() : request.place();
            requireClear(request.category(), place, request.subject());
            Instant at = occurred(request.occurredAt());
            Step original = new Step(vault, directory, attachments, caseId, whole.complainant(), at, mark, null);
            Step part = new Step(vault, directory, attachments, partId, whole.complainant(), at, mark, null);
            return new PairCommand.Split(
                    caseId,
                    mark.by(),
                    at,
                    new IntakeCommand.Raise(
                            partId,
                            mark.by(),
                            whole.occurredAt(),
                            numbers.next(),
                            whole.street(),
                            whole.complainant(),
                            request.kind(),
                            request.urgency(),
                            whole.channel(),
                            request.category(),
                            place,
                            request.subject().strip(),
                            part.seal("narrative", request.narrative()),
                            again(whole.name(), "name", caseId, part),
                            again(whole.phone(), "phone", caseId, part),
                            request.address() == null
                                    ? again(whole.address(), "address", caseId, part)
                                    : part.sealOrNull("address", request.address()),
                            whole.onBehalfOf(),
                            null,
                            null,
                            null,
                            null),
                    original.seal("matter", request.matter()));
        });
    }

    /** What was sealed for one case sealed for another, under the same key. */
    private @Nullable Sealed again(@Nullable Sealed words, String label, UUID caseId, Step part) {
        return words != null && vault.open(words, caseId, label) instanceof Opened.Words opened
                ? part.seal(label, opened.text())
                : null;
    }

    /** Takes a step on a case. */
    public Receipt take(UUID caseId, StepRequest request, RequestMark mark) {
        return take(caseId, null, request, mark);
    }

    /**
     * Takes a step on one dispatch, whistle or commitment of a case.
     *
     * @param number its number within the case
     */
    public Receipt take(UUID caseId, int number, StepRequest request, RequestMark mark) {
        return take(caseId, Integer.valueOf(number), request, mark);
    }

    /** A resident whose case joined another takes the step there, as the one who joined. */
    private Receipt take(UUID caseId, @Nullable Integer number, StepRequest request, RequestMark mark) {
        UUID goesOn =
                mark.by().role() == Role.RESIDENT && request.goesOnWithTheSurvivor() ? survivors.of(caseId) : caseId;
        Optional<Receipt> before = goesOn.equals(caseId) || !mark.repeatable()
                ? Optional.empty()
                : firstReceipts.of(caseId, mark); // the first time, it had not joined yet
        if (before.isPresent()) {
            return before.get();
        }
        return answer(goesOn, mark, () -> {
            UUID person = complainantOf(caseId);
            UUID joined = person.equals(complainantOf(goesOn)) ? null : person;
            Instant at = occurred(request.occurredAt());
            return request.command(
                    new Step(vault, directory, attachments, goesOn, complainantOf(goesOn), at, mark, number, joined));
        });
    }

    private Receipt answer(UUID caseId, RequestMark mark, Supplier<?> command) {
        Receipt receipt = firstAnswer(caseId, mark, command);
        if (receipt.refusal() != null) {
            throw new RefusedAndKept(receipt.refusal(), receipt.version());
        }
        return receipt;
    }

    /** A repeated request is answered as the first was, whatever has changed since in what is checked before the case. */
    private Receipt firstAnswer(UUID caseId, RequestMark mark, Supplier<?> command) {
        try {
            return courier.deliver(command.get(), mark);
        } catch (Problem | Refused | VaultRefusal e) {
            return (mark.repeatable() ? firstReceipts.of(caseId, mark) : Optional.<Receipt>empty())
                    .orElseThrow(() -> e);
        }
    }

    /** The person whose key seals the words of this case. */
    public UUID complainantOf(UUID caseId) {
        return complainants.get(caseId, id -> raised(id).complainant());
    }

    private IntakeEvent.Raised raised(UUID caseId) {
        var first = events.readEvents(caseId.toString(), 0);
        if (first.hasNext() && first.next().getPayload() instanceof IntakeEvent.Raised raised) {
            return raised;
        }
        throw new Refused(new CaseRefusal.UnknownCase());
    }

    private Instant occurred(@Nullable Instant said) {
        Instant now = clock.instant();
        if (said == null) {
            return now;
        }
        if (said.isBefore(EARLIEST) || said.isAfter(now.plus(CLOCK_ERROR))) {
            throw Problem.field("occurredAt", "not-yet", EARLIEST, now);
        }
        return said.truncatedTo(ChronoUnit.MILLIS);
    }
}
