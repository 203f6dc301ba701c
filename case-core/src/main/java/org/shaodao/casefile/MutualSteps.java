package org.shaodao.casefile;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.MutualCommand.RateUnit;
import org.shaodao.casefile.MutualCommand.RateWhistle;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;

/** 互评. What is decided about the ratings of street and unit. */
final class MutualSteps {
    private MutualSteps() {}

    static List<CaseEvent> decide(CaseState state, MutualCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case RateUnit c -> state.in(Rating.class, c).rateUnit(c, rules);
            case RateWhistle c -> state.in(Rating.class, c).rateWhistle(c, rules);
        };
    }

    /** After verification. */
    interface Rating {
        CaseFacts facts();

        default List<CaseEvent> rateUnit(RateUnit c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            DispatchFacts dispatch = Rules.theDispatch(facts(), c.dispatch());
            mayRate(dispatch, facts().mutual().units(), rules);
            return List.of(new MutualEvent.UnitRated(
                    c.by(), c.occurredAt(), dispatch.number(), dispatch.unit(), c.score(), c.comment()));
        }

        default List<CaseEvent> rateWhistle(RateWhistle c, @Nullable Rulebook rules) {
            DispatchFacts dispatch = Rules.theUnitActs(facts(), c, c.dispatch());
            mayRate(dispatch, facts().mutual().whistles(), rules);
            return List.of(new MutualEvent.WhistleRated(
                    c.by(),
                    c.occurredAt(),
                    dispatch.number(),
                    dispatch.unit(),
                    dispatch.whistle(),
                    c.rightUnit(),
                    c.particulars(),
                    c.needed(),
                    c.comment()));
        }

        /** Finished work is rated once by each side, and by nobody who can read what the other said. */
        private void mayRate(DispatchFacts dispatch, SortedSet<Integer> rated, @Nullable Rulebook rules) {
            Integer number = dispatch.number();
            if (dispatch.own()) {
                throw new Refused(new CaseRefusal.NobodyCalled(number));
            }
            if (dispatch.state() != DispatchFacts.State.REPLIED) {
                throw new Refused(new CaseRefusal.NotFinished(number));
            }
            if (rated.contains(number)) {
                throw new Refused(new CaseRefusal.RatedAlready(number));
            }
            boolean passed = rules != null
                    && facts().clocks().stream()
                            .filter(ClockFacts.running(number, ClockKind.RATING_WINDOW))
                            .anyMatch(clock -> clock.dueAt().isBefore(rules.now()));
            if (passed || facts().ratingWindowOver(number)) {
                throw new Refused(new CaseRefusal.RatingWindowOver(number));
            }
        }
    }
}
