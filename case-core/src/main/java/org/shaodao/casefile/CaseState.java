package org.shaodao.casefile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CaseCommand.Accept;
import org.shaodao.casefile.CaseCommand.Acknowledge;
import org.shaodao.casefile.CaseCommand.BlowWhistle;
import org.shaodao.casefile.CaseCommand.Call;
import org.shaodao.casefile.CaseCommand.Close;
import org.shaodao.casefile.CaseCommand.Dispatch;
import org.shaodao.casefile.CaseCommand.FollowUp;
import org.shaodao.casefile.CaseCommand.NotAccept;
import org.shaodao.casefile.CaseCommand.NoteMissedDeadline;
import org.shaodao.casefile.CaseCommand.OrderRework;
import org.shaodao.casefile.CaseCommand.Raise;
import org.shaodao.casefile.CaseCommand.Reopen;
import org.shaodao.casefile.CaseCommand.Reply;
import org.shaodao.casefile.CaseCommand.Verify;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/**
 * The phases of a case. A step that a phase does not know is a method that is not there; a step that it knows answers
 * with the events it makes or throws {@link Refused}.
 */
sealed interface CaseState {

    /**
     * The events that a command makes of a case in this phase, with the clocks they start, and before them the deadlines
     * that had passed unnoticed and that they end.
     *
     * @param rules by what clocks go; null = what another system tells of, which starts and misses none of ours
     */
    default List<CaseEvent> decide(CaseCommand command, @Nullable Rulebook rules) {
        List<CaseEvent> events = decide(command);
        if (rules == null) {
            return events;
        }
        List<CaseEvent> withClocks = new ArrayList<>();
        CaseState after = this;
        for (CaseEvent event : events) {
            after = after.after(event, rules.now());
            withClocks.add(after instanceof Known known ? CaseClocks.withClocks(known.facts(), event, rules) : event);
        }
        if (this instanceof Known known && after instanceof Known then) {
            withClocks.addAll(0, CaseClocks.missedBy(known.facts(), then.facts(), rules.now()));
        }
        return withClocks;
    }

    private List<CaseEvent> decide(CaseCommand command) {
        return switch (command) {
            case Raise c -> in(Unborn.class, c).raise(c);
            case NotAccept c -> in(Raised.class, c).notAccept(c);
            case BlowWhistle c -> in(Dispatching.class, c).blowWhistle(c);
            case Dispatch c -> in(Dispatching.class, c).dispatch(c);
            case Acknowledge c -> in(Handling.class, c).acknowledge(c);
            case Accept c -> in(Handling.class, c).accept(c);
            case Reply c -> in(Handling.class, c).reply(c);
            case OrderRework c -> in(SendingBack.class, c).orderRework(c);
            case Verify c -> in(Handling.class, c).verify(c);
            case FollowUp c -> in(Asking.class, c).followUp(c);
            case Close c -> in(Verified.class, c).close(c);
            case Reopen c -> in(Closed.class, c).reopen(c);
            case NoteMissedDeadline c -> in(Known.class, c).noteMissedDeadline(c);
        };
    }

    /** The phase after one more event; never throws, whatever the event says. */
    default CaseState after(CaseEvent event, Instant recordedAt) {
        CaseFacts next = CaseFacts.after(this instanceof Known known ? known.facts() : null, event, recordedAt);
        return next == null ? this : of(next);
    }

    /** The phase in which a case with these facts is. */
    static CaseState of(CaseFacts facts) {
        return switch (facts.phase()) {
            case RAISED -> new Raised(facts);
            case NOT_ACCEPTED -> new NotAccepted(facts);
            case HANDLING -> new Handling(facts);
            case VERIFIED -> new Verified(facts);
            case CLOSED -> new Closed(facts);
        };
    }

    /** The name of this phase in refusals and documents. */
    default String phase() {
        return Refusal.kebab(getClass());
    }

    private <S> S in(Class<S> phase, CaseCommand c) {
        if (phase.isInstance(this)) {
            return phase.cast(this);
        }
        throw new Refused(
                this instanceof Unborn
                                || this instanceof Known known && !known.facts().knownTo(c.by())
                        ? new CaseRefusal.UnknownCase()
                        : new CaseRefusal.WrongPhase(c.step(), phase()));
    }

    /** Nothing happened yet. */
    record Unborn() implements CaseState {
        List<CaseEvent> raise(Raise c) {
            Rules.onlyInRole(c, Role.RESIDENT, Role.GRID_WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);
            Rules.aStreetRaisesForItself(c);
            return List.of(new CaseEvent.Raised(
                    c.by(),
                    c.occurredAt(),
                    c.caseId(),
                    c.number(),
                    c.street(),
                    c.complainant(),
                    c.kind(),
                    c.urgency(),
                    c.channel(),
                    c.category(),
                    c.place(),
                    c.subject(),
                    c.narrative(),
                    c.name(),
                    c.phone(),
                    c.address(),
                    c.outside()));
        }
    }

    /** A phase of a case that was raised. */
    sealed interface Known extends CaseState {
        CaseFacts facts();

        default List<CaseEvent> noteMissedDeadline(NoteMissedDeadline c) {
            Rules.onlyInRole(c, Role.SYSTEM);
            ClockFacts clock = Rules.missed(facts(), c);
            return List.of(CaseClocks.missed(facts(), clock, c.by(), c.occurredAt()));
        }
    }

    /** Phases in which units may be called. */
    sealed interface Dispatching extends Known {
        default List<CaseEvent> blowWhistle(BlowWhistle c) {
            Rules.theStreetDecides(facts(), c);
            Rules.oneLeadAndNobodyTwice(facts(), c.calls());
            Integer whistle = facts().whistles().size() + 1;
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CaseEvent.WhistleBlown(
                    c.by(),
                    c.occurredAt(),
                    whistle,
                    c.kind(),
                    c.why(),
                    c.reportMode(),
                    c.reportAt(),
                    c.meetingPlace(),
                    c.contact(),
                    c.authorisedBy()));
            int dispatch = facts().nextDispatch();
            for (Call call : c.calls()) {
                events.add(new CaseEvent.Dispatched(
                        c.by(), c.occurredAt(), dispatch++, whistle, call.unit(), call.role(), call.task()));
            }
            return events;
        }

        default List<CaseEvent> dispatch(Dispatch c) {
            Rules.theStreetDecides(facts(), c);
            Rules.oneLeadAndNobodyTwice(facts(), List.of(c.call()));
            return List.of(new CaseEvent.Dispatched(
                    c.by(),
                    c.occurredAt(),
                    facts().nextDispatch(),
                    null,
                    c.call().unit(),
                    c.call().role(),
                    c.call().task()));
        }
    }

    /** Phases in which a unit's finished work may be sent back. */
    sealed interface SendingBack extends Known {
        default List<CaseEvent> orderRework(OrderRework c) {
            Rules.theStreetDecides(facts(), c);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            Rules.mayGoBack(facts(), dispatch);
            return List.of(new CaseEvent.ReworkOrdered(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), dispatch.round() + 1, c.reason()));
        }
    }

    /** Phases in which the resident is asked. */
    sealed interface Asking extends Known {
        default List<CaseEvent> followUp(FollowUp c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.RESIDENT);
            Rules.answersFitResult(c);
            return List.of(new CaseEvent.FollowedUp(
                    c.by(), c.occurredAt(), c.result(), c.contacted(), c.solved(), c.satisfied(), c.words()));
        }
    }

    /** Raised; nobody was called yet. */
    record Raised(CaseFacts facts) implements Dispatching {
        List<CaseEvent> notAccept(NotAccept c) {
            Rules.theStreetDecides(facts, c);
            return List.of(new CaseEvent.NotAccepted(c.by(), c.occurredAt(), c.route(), c.reason()));
        }
    }

    /** Not ours; the resident was told the lawful way. */
    record NotAccepted(CaseFacts facts) implements Known {}

    /** Units are at work, or the street looks at what they did. */
    record Handling(CaseFacts facts) implements Dispatching, SendingBack {
        List<CaseEvent> acknowledge(Acknowledge c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts, c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.ACKNOWLEDGED);
            return List.of(new CaseEvent.Acknowledged(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit()));
        }

        List<CaseEvent> accept(Accept c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts, c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.ACCEPTED);
            return List.of(
                    new CaseEvent.Accepted(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.handler()));
        }

        List<CaseEvent> reply(Reply c) {
            DispatchFacts dispatch = Rules.theUnitActs(facts, c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.REPLIED);
            Rules.outcomeFitsKind(c);
            return List.of(new CaseEvent.Replied(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.kind(), c.outcome(), c.text()));
        }

        List<CaseEvent> verify(Verify c) {
            Rules.theStreetDecides(facts, c);
            Rules.allReplied(facts);
            Rules.notTheirOwnAct(facts, c);
            return List.of(new CaseEvent.Verified(c.by(), c.occurredAt(), c.basis(), c.findings()));
        }
    }

    /** The street found the work done; the resident may be asked. */
    record Verified(CaseFacts facts) implements SendingBack, Asking {
        List<CaseEvent> close(Close c) {
            Rules.theStreetDecides(facts, c);
            return List.of(new CaseEvent.Closed(c.by(), c.occurredAt(), c.summary()));
        }
    }

    /** Ended, until somebody has reason to open it again. */
    record Closed(CaseFacts facts) implements Asking {
        List<CaseEvent> reopen(Reopen c) {
            Rules.oneOfTheseDecides(facts, c, Role.STREET, Role.DISTRICT, Role.RESIDENT);
            return List.of(new CaseEvent.Reopened(c.by(), c.occurredAt(), c.reason()));
        }
    }
}
