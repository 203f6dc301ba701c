package org.shaodao.returns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseEvent;
import org.shaodao.casefile.CaseFacts;
import org.shaodao.casefile.CaseRefusal;
import org.shaodao.casefile.ClosingEvent;
import org.shaodao.casefile.IntakeEvent;
import org.shaodao.casefile.LegalRoute;
import org.shaodao.casefile.OutsideNumber;
import org.shaodao.casefile.RatingEvent;
import org.shaodao.casefile.ReplyKind;
import org.shaodao.casefile.WorkEvent;
import org.shaodao.demand.Satisfied;
import org.shaodao.demand.Solved;
import org.shaodao.directory.Directory;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Sealed;
import org.shaodao.returns.OutsideResult.Answer;
import org.shaodao.vault.Opened;
import org.shaodao.vault.Vault;
import org.springframework.stereotype.Component;

/** Reads a result from the events of its case: never older than the receipt that follows. */
@Component
class OutsideResults {
    private final EventStore events;
    private final Vault vault;
    private final Directory directory;

    OutsideResults(EventStore events, Vault vault, Directory directory) {
        this.events = events;
        this.vault = vault;
        this.directory = directory;
    }

    /**
     * The result of a case, whether or not it was returned already.
     *
     * @param source who sent the demand
     * @throws Refused where that source sent no such demand, or while there is no result
     */
    OutsideResult of(UUID caseId, String source) {
        Told told = new Told(caseId);
        for (var stored = events.readEvents(caseId.toString()); stored.hasNext(); ) {
            told.after(stored.next());
        }
        CaseFacts facts = told.facts;
        OutsideNumber outside = facts == null ? null : facts.demand().outside();
        if (facts == null || outside == null || !outside.source().equals(source)) {
            throw new Refused(new CaseRefusal.UnknownCase());
        }
        if (told.since < 0 || told.endedAt == null) {
            throw new Refused(
                    new CaseRefusal.WrongPhase("return-result", facts.phase().code()));
        }
        return new OutsideResult(
                caseId,
                facts.demand().number(),
                source,
                outside.number(),
                outside.dueAt(),
                told.since,
                facts.phase(),
                told.endedAt,
                told.route,
                List.copyOf(told.answers.values()),
                told.solved,
                told.satisfied,
                told.words);
    }

    /** What the events told so far. */
    private final class Told {
        private final UUID caseId;
        private @Nullable CaseFacts facts;
        private long since = -1;
        private @Nullable Instant endedAt;
        private @Nullable LegalRoute route;
        private @Nullable Solved solved;
        private @Nullable Satisfied satisfied;
        private @Nullable String words;
        private final SortedMap<Integer, Answer> answers = new TreeMap<>();

        private Told(UUID caseId) {
            this.caseId = caseId;
        }

        private void after(DomainEventMessage<?> message) {
            CaseEvent event = (CaseEvent) message.getPayload();
            boolean before = facts != null && facts.owesResult();
            facts = CaseFacts.after(facts, event, message.getTimestamp());
            boolean now = facts != null && facts.owesResult();
            if (before && !now && !(event instanceof IntakeEvent.ResultReturned)) {
                since = -1;
            }
            if (now && !before) {
                since = message.getSequenceNumber();
                endedAt = event.occurredAt();
            }
            hear(event);
        }

        private void hear(CaseEvent event) {
            switch (event) {
                case IntakeEvent.NotAccepted e -> {
                    route = e.route();
                    words = opened(e.reason(), "reason");
                }
                case IntakeEvent.AnsweredAtOnce e ->
                    answers.put(0, answer(e.by().unitId(), null, e.occurredAt(), opened(e.text(), "text")));
                case WorkEvent.Replied e
                when e.kind() == ReplyKind.FINAL ->
                    answers.put(e.dispatch(), answer(e.unit(), e, e.occurredAt(), opened(e.text(), "text")));
                case ClosingEvent.ReworkOrdered e -> {
                    answers.remove(e.dispatch());
                    since = -1; // returned or not, it is none any more
                }
                case ClosingEvent.Reopened e -> {
                    since = -1;
                    words = null;
                }
                case ClosingEvent.Closed e -> words = e.summary() == null ? words : opened(e.summary(), "summary");
                case RatingEvent.FollowedUp e
                when e.complainant() == null -> {
                    solved = e.solved() == null ? solved : e.solved();
                    satisfied = e.satisfied() == null ? satisfied : e.satisfied();
                }
                default -> {} // whatever else happened is not part of the result
            }
        }

        private Answer answer(
                @Nullable String unit, WorkEvent.@Nullable Replied reply, Instant at, @Nullable String said) {
            String code = Optional.ofNullable(unit).orElse("");
            return new Answer(code, directory.names(true).unit(code), reply == null ? null : reply.outcome(), at, said);
        }

        private @Nullable String opened(Sealed sealed, String label) {
            return vault.open(sealed, caseId, label) instanceof Opened.Words text ? text.text() : null;
        }
    }
}
