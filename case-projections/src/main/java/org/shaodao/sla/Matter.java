package org.shaodao.sla;

import org.shaodao.casefile.Demand;
import org.shaodao.demand.DemandKind;
import org.shaodao.demand.Urgency;

/** What a case is about, as far as figures tell cases apart. */
record Matter(String street, String category, DemandKind kind, Urgency urgency) {
    static Matter of(Demand demand) {
        return new Matter(demand.street(), demand.category(), demand.kind(), demand.urgency());
    }
}
