package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 结案. */
class CloseTest extends CaseFixture {
    private static ClosingCommand.Close close(By by) {
        return new ClosingCommand.Close(CASE, by, minutes(320), words("供热恢复"), List.of(Evidence.PHOTO), attached());
    }

    @Test
    void a_verified_case_is_closed() {
        given(answered(verified(), followedUp())).when(close(OFFICER)).expectEvents(closed());
    }

    @Test
    void silence_of_the_resident_does_not_keep_it_open() {
        given(answered(verified())).when(close(OFFICER)).expectEvents(closed());
    }

    @Test
    void what_was_not_verified_is_not_closed() {
        given(answered())
                .when(close(OFFICER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("close", "handling"));
    }

    @Test
    void a_unit_never_closes() {
        given(answered(verified()))
                .when(close(HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("close", "UNIT"));
    }
}
