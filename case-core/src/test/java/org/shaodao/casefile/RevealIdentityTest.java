package org.shaodao.casefile;

import static org.shaodao.casefile.IdentitySamples.HANDLER;
import static org.shaodao.casefile.IdentitySamples.reveal;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 查看身份. */
class RevealIdentityTest extends CaseFixture {
    private static final By AUDITOR = new By("auditor-1", "linxi-district", Role.AUDITOR, null);

    @Test
    void street_district_and_auditor_say_what_they_need_it_for() {
        for (By by : List.of(OFFICER, SUPERVISOR, AUDITOR)) {
            given(whistled())
                    .when(reveal(by))
                    .expectEvents(
                            new IdentityEvent.IdentityRevealed(by, minutes(2000), minutes(2060), words("电话核实地址")));
        }
    }

    @Test
    void a_unit_has_its_contact_card_instead() {
        given(whistled(accepted(1, HEATING_CLERK)))
                .when(reveal(HANDLER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("reveal-identity", "UNIT"));
    }
}
