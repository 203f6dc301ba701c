package org.shaodao.casefile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shaodao.casefile.ParkingCommand.ApproveParking;
import org.shaodao.casefile.ParkingCommand.ProposeParking;
import org.shaodao.casefile.ParkingCommand.ResumeCase;
import org.shaodao.casefile.ParkingCommand.ReviewParking;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Role;

/** 挂账. What is decided about the long stop of a case. */
final class ParkingSteps {
    private ParkingSteps() {}

    static List<CaseEvent> decide(CaseState state, ParkingCommand command, @Nullable Rulebook rules) {
        return switch (command) {
            case ProposeParking c -> state.in(Parking.class, c).proposeParking(c, rules);
            case ApproveParking c -> state.in(Parking.class, c).approveParking(c, rules);
            case ReviewParking c -> state.in(Parking.class, c).reviewParking(c, rules);
            case ResumeCase c -> state.in(Parking.class, c).resumeCase(c);
        };
    }

    /** While a case is handled. */
    interface Parking {
        CaseFacts facts();

        default List<CaseEvent> proposeParking(ProposeParking c, @Nullable Rulebook rules) {
            Rules.theStreetDecides(facts(), c);
            ParkingRules.notParked(facts());
            if (rules != null) {
                ParkingRules.aGroundOfThePack(c, rules);
                ParkingRules.laterDay(c.reviewOn(), rules);
                ParkingRules.notUrgent(facts(), rules);
            }
            return List.of(
                    new ParkingEvent.ParkingProposed(c.by(), c.occurredAt(), c.ground(), c.reviewOn(), c.reason()));
        }

        default List<CaseEvent> approveParking(ApproveParking c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            ParkingRules.notParked(facts());
            Rules.somebodyElse(ParkingRules.proposed(facts()), c);
            ParkingFacts proposed = facts().parking();
            if (rules != null) {
                ParkingRules.notUrgent(facts(), rules);
                ParkingRules.laterDay(Objects.requireNonNull(proposed.reviewOn()), rules);
            }
            return List.of(new ParkingEvent.Parked(
                    c.by(),
                    c.occurredAt(),
                    Objects.requireNonNull(proposed.ground()),
                    Objects.requireNonNull(proposed.reviewOn()),
                    c.remark()));
        }

        default List<CaseEvent> reviewParking(ReviewParking c, @Nullable Rulebook rules) {
            Rules.oneOfTheseDecides(facts(), c, Role.DISTRICT);
            ParkingRules.parked(facts());
            Rules.somebodyElse(ParkingRules.proposed(facts()), c);
            if (rules != null) {
                ParkingRules.laterDay(c.reviewOn(), rules);
            }
            return List.of(new ParkingEvent.ParkingReviewed(c.by(), c.occurredAt(), c.reviewOn(), c.findings()));
        }

        default List<CaseEvent> resumeCase(ResumeCase c) {
            Rules.oneOfTheseDecides(facts(), c, Role.STREET, Role.DISTRICT);
            ParkingRules.parked(facts());
            return List.of(new ParkingEvent.Resumed(c.by(), c.occurredAt(), c.reason()));
        }
    }
}
