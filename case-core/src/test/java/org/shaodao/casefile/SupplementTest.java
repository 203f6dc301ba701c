package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 补充. */
class SupplementTest extends CaseFixture {
    @Test
    void the_resident_adds_to_what_they_said() {
        given(whistled())
                .when(new IntakeCommand.Supplement(CASE, CALLER, minutes(60), words("楼上也不热"), attached()))
                .expectEvents(new IntakeEvent.Supplemented(CALLER, minutes(60), words("楼上也不热"), attached()));
    }

    @Test
    void a_unit_does_not_speak_for_the_resident() {
        given(whistled())
                .when(new IntakeCommand.Supplement(CASE, HEATING_CLERK, minutes(60), words("不急"), null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("supplement", "UNIT"));
    }
}
