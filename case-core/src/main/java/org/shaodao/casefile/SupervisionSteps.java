package org.shaodao.casefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.SupervisionCommand.OpenRungs;
import org.shaodao.casefile.SupervisionCommand.OrderSupervision;
import org.shaodao.casefile.SupervisionCommand.RaiseLevel;
import org.shaodao.casefile.SupervisionCommand.Remind;
import org.shaodao.casefile.SupervisionCommand.ReportOnSupervision;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 督办. What is decided about pressure. */
final class SupervisionSteps {
    private SupervisionSteps() {}

    static List<CaseEvent> decide(CaseState state, SupervisionCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case Remind c -> state.in(Supervised.class, c).remind(c, rules);
            case OrderSupervision c -> state.in(Supervised.class, c).orderSupervision(c, rules);
            case ReportOnSupervision c -> state.in(Supervised.class, c).reportOnSupervision(c);
            case RaiseLevel c -> state.in(Supervised.class, c).raiseLevel(c, rules);
            case OpenRungs c -> state.in(Supervised.class, c).openRungs(c, rules);
        };
    }

    /** While something may be owed. */
    interface Supervised {
        CaseFacts facts();

        default List<CaseEvent> remind(Remind c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT, Role.SYSTEM);
            DispatchFacts dispatch = SupervisionRules.whoOwesSomething(facts(), c.dispatch());
            SupervisionRules.aRungOfTheLadder(c.rung(), rules);
            return List.of(new SupervisionEvent.Reminded(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.rung(), null, null, c.instruction()));
        }

        default List<CaseEvent> orderSupervision(OrderSupervision c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            if (c.dispatch() != null) {
                SupervisionRules.whoOwesSomething(facts(), c.dispatch());
            }
            SupervisionRules.aRungOfTheLadder(c.rung(), rules);
            SupervisionRules.dueInTheFuture(c, rules);
            return List.of(new SupervisionEvent.SupervisionOrdered(
                    c.by(),
                    c.occurredAt(),
                    c.dispatch(),
                    facts().unitOf(c.dispatch()),
                    c.rung(),
                    null,
                    null,
                    c.dueAt(),
                    c.instruction()));
        }

        default List<CaseEvent> reportOnSupervision(ReportOnSupervision c) {
            if (c.dispatch() == null) {
                Rules.theStreetDecides(facts(), c);
            } else {
                Rules.theUnitActs(facts(), c, c.dispatch());
            }
            if (!facts().supervision().reportDue(c.dispatch())) {
                throw new Refused(new CaseRefusal.NothingToReport());
            }
            return List.of(new SupervisionEvent.SupervisionReported(
                    c.by(), c.occurredAt(), c.dispatch(), facts().unitOf(c.dispatch()), c.report()));
        }

        default List<CaseEvent> raiseLevel(RaiseLevel c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            SupervisionRules.aRungOfTheLadder(c.rung(), rules);
            Level level = SupervisionRules.higher(facts().supervision().level(), c.level());
            return List.of(new SupervisionEvent.LevelRaised(
                    c.by(), c.occurredAt(), null, null, c.rung(), null, null, level, c.reason()));
        }

        default List<CaseEvent> openRungs(OpenRungs c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.SYSTEM);
            List<CaseEvent> opened = Optional.ofNullable(rules).stream()
                    .flatMap(r -> new Ladder(facts(), r).reached(c.dispatch()).stream())
                    .flatMap(step -> opened(c, step))
                    .toList();
            if (opened.isEmpty()) {
                throw new Refused(new CaseRefusal.NothingToOpen());
            }
            return opened;
        }

        /** The measure of a rung; none where the case is as high as it gets, or where there is no unit to remind. */
        private Stream<CaseEvent> opened(OpenRungs c, Ladder.Step step) {
            Integer dispatch = c.dispatch();
            String unit = facts().unitOf(dispatch);
            String rung = step.rung().code();
            ClockFacts clock = step.clock();
            return switch (step.measure()) {
                case REMIND ->
                    dispatch == null || unit == null
                            ? Stream.of()
                            : Stream.of(new SupervisionEvent.Reminded(
                                    c.by(), c.occurredAt(), dispatch, unit, rung, clock.kind(), clock.round(), null));
                case SUPERVISE ->
                    Stream.of(new SupervisionEvent.SupervisionOrdered(
                            c.by(), c.occurredAt(), dispatch, unit, rung, clock.kind(), clock.round(), null, null));
                case RAISE_LEVEL ->
                    SupervisionRules.next(facts().supervision().level()).stream()
                            .map(level -> new SupervisionEvent.LevelRaised(
                                    c.by(),
                                    c.occurredAt(),
                                    dispatch,
                                    unit,
                                    rung,
                                    clock.kind(),
                                    clock.round(),
                                    level,
                                    null));
            };
        }
    }
}
