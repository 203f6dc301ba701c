package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.shaodao.fact.By;
import org.shaodao.fact.Role;

/** 身份保护. A sample of every step of the family and of every event, for all tests that go through all of them. */
final class IdentitySamples {
    /** The officer whom the heating company named when it accepted. */
    static final By HANDLER = new By("handler-9", HEATING, Role.UNIT, null);

    static final List<CaseCommand> COMMANDS = List.of(card(HANDLER), reveal(OFFICER));

    static final List<CaseEvent> EVENTS = List.of(
            new IdentityEvent.ContactCardOpened(HANDLER, minutes(2000), 1, HEATING, minutes(2480), words("约定上门时间")),
            new IdentityEvent.IdentityRevealed(OFFICER, minutes(2000), minutes(2060), words("电话核实地址")));

    private IdentitySamples() {}

    static IdentityCommand.OpenContactCard card(By by) {
        return new IdentityCommand.OpenContactCard(CASE, by, minutes(2000), 1, words("约定上门时间"));
    }

    static IdentityCommand.RevealIdentity reveal(By by) {
        return new IdentityCommand.RevealIdentity(CASE, by, minutes(2000), words("电话核实地址"));
    }
}
