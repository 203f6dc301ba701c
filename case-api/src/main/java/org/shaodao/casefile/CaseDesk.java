package org.shaodao.casefile;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.directory.Directory;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;
import org.shaodao.problem.Problem;
import org.shaodao.vault.Vault;
import org.shaodao.vault.VaultRefusal;
import org.shaodao.web.RequestMark;
import org.springframework.stereotype.Component;

/**
 * Takes a step for somebody: checks codes and times, seals the words with the key of the case's complainant, draws the
 * number of a new case, and sends the command. Plain words go no further than here.
 */
@Component
public class CaseDesk {
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(5);
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Duration FARTHEST_APPOINTMENT = Duration.ofDays(366);
    private static final Pattern PERSONAL = Pattern.compile(
            "(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?<!\\d)\\d{17}[\\dXx](?!\\d)|(?<!\\d)0\\d{2,3}-?\\d{7,8}(?!\\d)");

    private final CaseCourier courier;
    private final FirstReceipts firstReceipts;
    private final EventStore events;
    private final Vault vault;
    private final CaseNumbers numbers;
    private final OutsideNumbers outsideNumbers;
    private final Directory directory;
    private final Clock clock;
    private final Cache<UUID, UUID> complainants =
            Caffeine.newBuilder().maximumSize(50_000).build();

    CaseDesk(
            CaseCourier courier,
            FirstReceipts firstReceipts,
            EventStore events,
            Vault vault,
            CaseNumbers numbers,
            OutsideNumbers outsideNumbers,
            Directory directory,
            Clock clock) {
        this.courier = courier;
        this.firstReceipts = firstReceipts;
        this.events = events;
        this.vault = vault;
        this.numbers = numbers;
        this.outsideNumbers = outsideNumbers;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Opens a case.
     *
     * @param caseId the id the case will have; the same for a repetition of the same request
     */
    public Receipt raise(UUID caseId, CaseRequests.Raise request, RequestMark mark) {
        String street = request.street() == null && mark.by().role() == Role.STREET
                ? mark.by().unitId()
                : request.street();
        if (street == null) {
            throw Problem.field("street", "needed");
        }
        directory.requireUnit("street", street, true);
        directory.requireCategory("category", request.category());
        directory.requirePlace("place", request.place());
        if (PERSONAL.matcher(request.subject()).find()) {
            throw Problem.field("subject", "personal-data");
        }
        Instant at = occurred(request.occurredAt());
        OutsideNumber outside = request.outside() == null
                ? null
                : new OutsideNumber(
                        request.outside().source(), request.outside().number());
        if (outside != null) {
            outsideNumbers.claim(outside, caseId);
        }
        UUID complainant = request.phone() == null ? vault.newPerson() : caller(request.phone());
        Step step = new Step(caseId, complainant, at, mark);
        return step.take(() -> new CaseCommand.Raise(
                caseId,
                mark.by(),
                at,
                numbers.next(),
                street,
                complainant,
                request.kind(),
                request.channel(),
                request.category(),
                request.place(),
                request.subject().strip(),
                step.seal("narrative", request.narrative()),
                step.sealOrNull("name", request.name()),
                step.sealOrNull("phone", request.phone()),
                step.sealOrNull("address", request.address()),
                outside));
    }

    /** 不予受理. */
    public Receipt notAccept(UUID caseId, CaseRequests.NotAccept request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.NotAccept(
                caseId, mark.by(), step.at(), request.route(), step.seal("reason", request.reason())));
    }

    /** 吹哨. */
    public Receipt blowWhistle(UUID caseId, CaseRequests.Whistle request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        Instant reportAt = request.reportAt();
        if (reportAt != null
                && (reportAt.isBefore(step.at().minus(CLOCK_ERROR))
                        || reportAt.isAfter(step.at().plus(FARTHEST_APPOINTMENT)))) {
            throw Problem.field("reportAt", "too-far");
        }
        return step.take(() -> new CaseCommand.BlowWhistle(
                caseId,
                mark.by(),
                step.at(),
                request.kind(),
                step.seal("why", request.why()),
                request.reportMode(),
                reportAt,
                step.sealOrNull("meetingPlace", request.meetingPlace()),
                step.sealOrNull("contact", request.contact()),
                request.authorisedBy(),
                request.calls().stream().map(call -> called(call, step)).toList()));
    }

    /** 直派. */
    public Receipt dispatch(UUID caseId, CaseRequests.Dispatch request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.Dispatch(caseId, mark.by(), step.at(), called(request.call(), step)));
    }

    /** 签收. */
    public Receipt acknowledge(UUID caseId, int dispatch, CaseRequests.Acknowledge request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.Acknowledge(caseId, mark.by(), step.at(), dispatch));
    }

    /** 接受. */
    public Receipt accept(UUID caseId, int dispatch, CaseRequests.Accept request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.Accept(caseId, mark.by(), step.at(), dispatch, request.handler()));
    }

    /** 答复. */
    public Receipt reply(UUID caseId, int dispatch, CaseRequests.Reply request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.Reply(
                caseId,
                mark.by(),
                step.at(),
                dispatch,
                request.kind(),
                request.outcome(),
                step.seal("text", request.text())));
    }

    /** 重办. */
    public Receipt orderRework(UUID caseId, int dispatch, CaseRequests.Rework request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.OrderRework(
                caseId, mark.by(), step.at(), dispatch, step.seal("reason", request.reason())));
    }

    /** 核验. */
    public Receipt verify(UUID caseId, CaseRequests.Verify request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.Verify(
                caseId, mark.by(), step.at(), request.basis(), step.sealOrNull("findings", request.findings())));
    }

    /** 回访. */
    public Receipt followUp(UUID caseId, CaseRequests.FollowUp request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() -> new CaseCommand.FollowUp(
                caseId,
                mark.by(),
                step.at(),
                request.result(),
                request.contacted(),
                request.solved(),
                request.satisfied(),
                step.sealOrNull("words", request.words())));
    }

    /** 结案. */
    public Receipt close(UUID caseId, CaseRequests.Close request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(() ->
                new CaseCommand.Close(caseId, mark.by(), step.at(), step.sealOrNull("summary", request.summary())));
    }

    /** 重新打开. */
    public Receipt reopen(UUID caseId, CaseRequests.Reopen request, RequestMark mark) {
        Step step = step(caseId, request.occurredAt(), mark);
        return step.take(
                () -> new CaseCommand.Reopen(caseId, mark.by(), step.at(), step.seal("reason", request.reason())));
    }

    /** The person whose key seals the words of this case. */
    public UUID complainantOf(UUID caseId) {
        return complainants.get(caseId, id -> {
            var first = events.readEvents(id.toString(), 0);
            if (first.hasNext() && first.next().getPayload() instanceof CaseEvent.Raised raised) {
                return raised.complainant();
            }
            throw new Refused(new CaseRefusal.UnknownCase());
        });
    }

    private UUID caller(String phone) {
        try {
            return vault.personFor(phone);
        } catch (IllegalArgumentException noNumber) {
            throw Problem.field("phone", "phone");
        }
    }

    private CaseCommand.Call called(CaseRequests.Call call, Step step) {
        directory.requireUnit("unit", call.unit(), false);
        return new CaseCommand.Call(call.unit(), call.duty(), step.seal("task", call.task()));
    }

    private Step step(UUID caseId, @Nullable Instant occurredAt, RequestMark mark) {
        return new Step(caseId, complainantOf(caseId), occurred(occurredAt), mark);
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

    /** One step on its way: its case, its time, and the key that seals its words. */
    private final class Step {
        private final UUID caseId;
        private final UUID complainant;
        private final Instant at;
        private final RequestMark mark;

        private Step(UUID caseId, UUID complainant, Instant at, RequestMark mark) {
            this.caseId = caseId;
            this.complainant = complainant;
            this.at = at;
            this.mark = mark;
        }

        private Instant at() {
            return at;
        }

        private Sealed seal(String label, String text) {
            try {
                return vault.seal(complainant, caseId, label, text);
            } catch (IllegalArgumentException halfACharacter) {
                throw Problem.field(label, "text");
            }
        }

        private @Nullable Sealed sealOrNull(String label, @Nullable String text) {
            return text == null || text.isBlank() ? null : seal(label, text);
        }

        /** Sends the command. Whose words can no longer be sealed may still ask how the first request ended. */
        private Receipt take(Supplier<CaseCommand> command) {
            try {
                return courier.deliver(command.get(), mark);
            } catch (VaultRefusal e) {
                return firstReceipts.of(caseId, mark).orElseThrow(() -> e);
            }
        }
    }
}
