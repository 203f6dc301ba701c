package org.shaodao.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.CallingCommand.AddUnit;
import org.shaodao.casefile.CallingCommand.AskForUnit;
import org.shaodao.casefile.CallingCommand.BlowWhistle;
import org.shaodao.casefile.CallingCommand.Call;
import org.shaodao.casefile.CallingCommand.CallStreet;
import org.shaodao.casefile.CallingCommand.ChangeLead;
import org.shaodao.casefile.CallingCommand.Dispatch;
import org.shaodao.casefile.CallingCommand.HandleOurselves;
import org.shaodao.casefile.CallingCommand.Release;
import org.shaodao.casefile.CallingCommand.WithdrawWhistle;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 吹哨、派单. What is decided about whom to call. */
final class CallingSteps {
    private CallingSteps() {}

    static List<CaseEvent> decide(CaseState state, CallingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case BlowWhistle c -> state.in(Calling.class, c).blowWhistle(c, rules);
            case Dispatch c -> state.in(Calling.class, c).dispatch(c, rules);
            case AddUnit c -> state.in(Calling.class, c).addUnit(c, rules);
            case ChangeLead c -> state.in(Calling.class, c).changeLead(c, rules);
            case WithdrawWhistle c -> state.in(Calling.class, c).withdrawWhistle(c);
            case Release c -> state.in(Calling.class, c).release(c);
            case AskForUnit c -> state.in(Calling.class, c).askForUnit(c, rules);
            case CallStreet c -> state.in(Calling.class, c).callStreet(c, rules);
            case HandleOurselves c -> state.in(Calling.class, c).handleOurselves(c, rules);
        };
    }

    /** While units may be called. */
    interface Calling {
        CaseFacts facts();

        default List<CaseEvent> blowWhistle(BlowWhistle c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            Rules.stagesPassed(facts(), c, rules);
            CallingRules.ofAKnownKindAndInTime(c, rules);
            mayBeCalled(c.calls(), rules);
            Integer whistle = facts().whistles().size() + 1;
            List<CaseEvent> events = new ArrayList<>();
            events.add(new CallingEvent.WhistleBlown(
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
                events.add(called(c, dispatch++, whistle, call));
            }
            return events;
        }

        default List<CaseEvent> dispatch(Dispatch c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            mayBeCalled(List.of(c.call()), rules);
            return List.of(called(c, facts().nextDispatch(), null, c.call()));
        }

        default List<CaseEvent> addUnit(AddUnit c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            WhistleFacts whistle = CallingRules.theWhistle(facts(), c.whistle());
            mayBeCalled(List.of(c.call()), rules);
            return List.of(called(c, facts().nextDispatch(), whistle.number(), c.call()));
        }

        default List<CaseEvent> changeLead(ChangeLead c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            ParkingRules.goesOn(facts());
            DispatchFacts lead = CallingRules.theLead(facts(), c.unit());
            Optional<DispatchFacts> atWork = facts().atWork()
                    .filter(dispatch -> dispatch.unit().equals(c.unit()))
                    .findFirst();
            if (atWork.isPresent()) {
                DispatchFacts next = atWork.get();
                CallingRules.mayTakeTheLead(facts(), lead, next, rules);
                return List.of(leadChanged(c, lead, next.number(), c.task()));
            }
            Call call = new Call(c.unit(), DispatchRole.ASSISTING, CallingRules.taskOf(c));
            CallingRules.mayBeCalled(facts(), c.unit(), DispatchRole.LEAD, rules);
            Rules.oneLeadAndNobodyTwice(facts(), List.of(call));
            DisputeRules.mayBeCalled(facts(), List.of(call), rules);
            Integer dispatch = facts().nextDispatch();
            return List.of(called(c, dispatch, lead.whistle(), call), leadChanged(c, lead, dispatch, null));
        }

        default List<CaseEvent> withdrawWhistle(WithdrawWhistle c) {
            Rules.theStreetDecides(facts(), c);
            WhistleFacts whistle = CallingRules.theWhistle(facts(), c.whistle());
            List<Integer> called = CallingRules.stillCalled(facts(), whistle);
            return List.of(
                    new CallingEvent.WhistleWithdrawn(c.by(), c.occurredAt(), whistle.number(), called, c.reason()));
        }

        default List<CaseEvent> release(Release c) {
            Rules.theStreetDecides(facts(), c);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            CallingRules.mayBeReleased(facts(), dispatch);
            return List.of(
                    new CallingEvent.Released(c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.reason()));
        }

        default List<CaseEvent> askForUnit(AskForUnit c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            Rules.notYet(dispatch, DispatchFacts.State.REPLIED);
            CallingRules.registered("wanted", c.wanted(), rules);
            CallingRules.notAtWork(facts(), c.wanted());
            return List.of(new CallingEvent.UnitAskedFor(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.wanted(), c.reason()));
        }

        default List<CaseEvent> callStreet(CallStreet c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.COMMUNITY, Role.GRID_WORKER);
            CallingRules.ofTheStreet(facts(), String.valueOf(c.by().unitId()), rules, UnitKind.COMMUNITY);
            return List.of(new CallingEvent.StreetCalled(c.by(), c.occurredAt(), c.reason()));
        }

        default List<CaseEvent> handleOurselves(HandleOurselves c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.COMMUNITY, Role.GRID_WORKER);
            ParkingRules.goesOn(facts());
            CallingRules.mayBeTakenOn(facts(), c, rules);
            return List.of(new CallingEvent.TakenOn(
                    c.by(), c.occurredAt(), facts().nextDispatch(), c.unit(), c.handler(), c.task()));
        }

        private void mayBeCalled(List<Call> calls, @Nullable Rulebook rules) {
            ParkingRules.goesOn(facts());
            Rules.oneLeadAndNobodyTwice(facts(), calls);
            DisputeRules.mayBeCalled(facts(), calls, rules);
            calls.forEach(call -> CallingRules.mayBeCalled(facts(), call.unit(), call.role(), rules));
        }
    }

    private static CaseEvent called(CaseCommand c, Integer dispatch, @Nullable Integer whistle, Call call) {
        return new CallingEvent.Dispatched(
                c.by(), c.occurredAt(), dispatch, whistle, call.unit(), call.role(), call.task());
    }

    private static CaseEvent leadChanged(
            ChangeLead c, DispatchFacts previous, Integer dispatch, @Nullable Sealed task) {
        return new CallingEvent.LeadChanged(
                c.by(),
                c.occurredAt(),
                previous.number(),
                previous.unit(),
                dispatch,
                c.unit(),
                task,
                c.previousLead(),
                c.reason());
    }
}
