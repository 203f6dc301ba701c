package org.shaodao.casefile;

import java.time.LocalDate;
import org.shaodao.demand.Urgency;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;

/** 挂账. The rules of the long stop by name. */
final class ParkingRules {
    private ParkingRules() {}

    static void notParked(CaseFacts facts) {
        if (facts.parking().parked()) {
            throw new Refused(new CaseRefusal.AlreadyParked());
        }
    }

    /** Nobody is called, with clocks of their own, while everybody else's stand still. */
    static void goesOn(CaseFacts facts) {
        if (facts.parking().parked()) {
            throw new Refused(new CaseRefusal.StandsStill());
        }
    }

    static void parked(CaseFacts facts) {
        if (!facts.parking().parked()) {
            throw new Refused(new CaseRefusal.NotParked());
        }
    }

    /** Who proposed what is decided. */
    static By proposed(CaseFacts facts) {
        By proposer = facts.parking().proposedBy();
        if (proposer == null) {
            throw new Refused(new CaseRefusal.NoParkingProposed());
        }
        return proposer;
    }

    static void aGroundOfThePack(ParkingCommand.ProposeParking c, Rulebook rules) {
        if (pack(rules).parkingGrounds().stream()
                .noneMatch(ground -> ground.code().equals(c.ground()))) {
            throw new Refused(new CaseRefusal.UnknownCode("ground", c.ground()));
        }
    }

    static void laterDay(LocalDate day, Rulebook rules) {
        LocalDate today = rules.inForce().calendar().content().wall(rules.now()).toLocalDate();
        if (!day.isAfter(today)) {
            throw new Refused(new CaseRefusal.ReviewDayPassed(day));
        }
    }

    /** 应急的不挂账. What cannot wait does not stand still. */
    static void notUrgent(CaseFacts facts, Rulebook rules) {
        boolean urgentWhistle = facts.whistles().values().stream()
                .anyMatch(whistle -> pack(rules)
                        .whistleKind(whistle.kind())
                        .map(PolicyPack.WhistleKind::urgent)
                        .orElse(false));
        if (urgentWhistle || facts.demand().urgency() == Urgency.EMERGENCY) {
            throw new Refused(new CaseRefusal.TooUrgentToPark());
        }
    }

    private static PolicyPack pack(Rulebook rules) {
        return rules.inForce().pack().content();
    }
}
