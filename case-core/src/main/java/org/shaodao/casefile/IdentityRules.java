package org.shaodao.casefile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.shaodao.demand.DemandKind;
import org.shaodao.documents.PolicyPack;
import org.shaodao.documents.Rulebook;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** Rule 7: who the resident is travels as little as possible, and never to the unit complained about. */
final class IdentityRules {
    private IdentityRules() {}

    static void notAboutTheUnit(CaseFacts facts, DispatchFacts dispatch) {
        if (dispatch.unit().equals(facts.demand().about())) {
            throw new Refused(new CaseRefusal.ConcernsTheUnit(dispatch.unit()));
        }
    }

    /** Who tipped somebody off, or asked for confidence, is known to the street and the district only. */
    static void notOnlyThroughTheStreet(CaseFacts facts, CaseCommand c) {
        boolean guarded = facts.demand().confidential() || facts.demand().kind() == DemandKind.TIP_OFF;
        if (guarded && c.by().role() != Role.STREET) {
            throw new Refused(new CaseRefusal.ContactThroughTheStreet());
        }
    }

    static void theNamedHandler(DispatchFacts dispatch, CaseCommand c) {
        if (!c.by().person().equals(dispatch.handler())) {
            throw new Refused(new CaseRefusal.NotTheHandler(dispatch.number()));
        }
    }

    static Duration cardLasts(@Nullable Rulebook rules) {
        return Duration.ofMinutes(said(rules).cardMinutes());
    }

    static Duration revealLasts(@Nullable Rulebook rules) {
        return Duration.ofMinutes(said(rules).revealMinutes());
    }

    private static PolicyPack.Identity said(@Nullable Rulebook rules) {
        PolicyPack.Identity said =
                rules == null ? null : rules.inForce().pack().content().identity();
        return said == null ? PolicyPack.Identity.UNSAID : said;
    }
}
