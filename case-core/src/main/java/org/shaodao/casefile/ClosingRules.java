package org.shaodao.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shaodao.clocks.ClockKind;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 核验、结案. The rules of judging work and ending a case. */
final class ClosingRules {
    private ClosingRules() {}

    /**
     * The street judges work; what it handled itself 自办 the residents' supervision committee 居务监督委员会 does, once it was
     * asked to look, or the district.
     */
    static void judges(CaseFacts facts, ClosingCommand c, boolean own, @Nullable Rulebook rules) {
        if (!own) {
            Rules.theStreetDecides(facts, c);
            return;
        }
        Rules.oneOfTheseDecides(facts, c, Role.STREET, Role.DISTRICT, Role.COMMUNITY);
        if (c.by().role() == Role.COMMUNITY) {
            String committee = String.valueOf(c.by().unitId());
            CallingRules.ofTheStreet(facts, committee, rules, UnitKind.SUPERVISION_COMMITTEE);
        }
        Rules.notTheirOwnAct(facts, c);
    }

    /** What was seen on the spot somebody else can see too. */
    static void somethingToSee(ClosingCommand.SpotCheck c) {
        if (Shown.by(c.evidence(), c.attachments()).isEmpty()) {
            throw new Refused(new CaseRefusal.EvidenceMissing(List.of(Evidence.PHOTO)));
        }
    }

    /** Neither a second objection nor an end over the head of somebody who objected. */
    static void noObjectionWaits(CaseFacts facts) {
        if (facts.closing().objection()) {
            throw new Refused(new CaseRefusal.ObjectionWaits());
        }
    }

    /** No case ends while somebody waits: for an answer to an objection, or for what follows from "not solved". */
    static void nothingIsOpen(CaseFacts facts) {
        noObjectionWaits(facts);
        RatingRules.nothingPending(facts);
    }

    /** 办结异议期. While it runs, if the pack gives one. */
    static void theWindowIsOpen(CaseFacts facts, @Nullable Rulebook rules) {
        boolean over = facts.clocks().stream()
                .filter(clock -> clock.is(null, ClockKind.OBJECTION_WINDOW))
                .reduce((before, last) -> last)
                .filter(last -> !last.runs() || rules != null && last.dueAt().isBefore(rules.now()))
                .isPresent();
        if (over) {
            throw new Refused(new CaseRefusal.WindowOver(ClockKind.OBJECTION_WINDOW));
        }
    }

    static void anObjectionWaits(CaseFacts facts) {
        if (!facts.closing().objection()) {
            throw new Refused(new CaseRefusal.NoObjection());
        }
    }

    /** Rule 6: whoever found the work done does not decide whether that was right. */
    static void notWhoVerified(CaseFacts facts, CaseCommand c) {
        if (c.by().person().equals(facts.closing().verifier())) {
            throw new Refused(new CaseRefusal.OwnAct(c.step()));
        }
    }
}
