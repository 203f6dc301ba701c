package org.shaodao;

import java.util.List;
import java.util.Map;

/** 身份保护. */
final class IdentityCalls {
    /** The officer whom the heating company names as handler; {@link WhoMayTest} calls the lead's officer so too. */
    static final String HANDLER = "lead";

    static final Map<String, Object> PURPOSE = Map.of("purpose", "约定上门维修的时间。");

    private IdentityCalls() {}

    static List<StepCall> of(Town town) {
        return List.of(
                new StepCall(
                        "open-contact-card",
                        IdentityCalls::handler,
                        () -> accepted(town, town.whistled()),
                        "/dispatches/{dispatch}/contact-card",
                        PURPOSE),
                new StepCall("reveal-identity", Town::street, town::whistled, "/identity-reveals", PURPOSE));
    }

    static RunningProduct.Session handler(Town town) {
        return town.heating().header("Shaodao-Officer", HANDLER);
    }

    /** The same case, now that the heating company has named its handler. */
    static String accepted(Town town, String address) {
        Town.accepted(town.heating().post(address + "/dispatches/1/acceptance", Map.of("handler", HANDLER)));
        return address;
    }

    /** A new case whose handler has a card: where it is read. */
    static String opened(Town town) {
        String address = accepted(town, town.whistled());
        int version = Town.version(handler(town).post(address + "/dispatches/1/contact-card", PURPOSE));
        return address + "/contact-card?minVersion=" + version;
    }
}
