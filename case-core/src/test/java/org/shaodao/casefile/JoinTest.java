package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.LinkSamples.NEIGHBOUR;
import static org.shaodao.casefile.Sample.*;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 加入. */
class JoinTest extends CaseFixture {
    private static final LinkEvent.Joined JOINED =
            new LinkEvent.Joined(COMMUNITY_WORKER, minutes(30), NEIGHBOUR, words("李先生"), null, words("我家也冷"));

    private static LinkCommand.Join join(By by, UUID complainant) {
        return new LinkCommand.Join(CASE, by, minutes(30), complainant, words("李先生"), null, words("我家也冷"));
    }

    @Test
    void a_neighbour_who_wants_the_same_joins_and_is_asked_too() {
        given(whistled()).when(join(COMMUNITY_WORKER, NEIGHBOUR)).expectEvents(JOINED);
        assertThat(LifeCycleTest.facts(whistled(JOINED)).link().coComplainants())
                .containsExactly(NEIGHBOUR);
    }

    @Test
    void nobody_joins_twice_or_their_own_case() {
        for (Object[] before : new Object[][] {whistled(JOINED), whistled(LinkSamples.duplicateJoined())}) {
            given(before)
                    .when(join(OFFICER, NEIGHBOUR))
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.JoinedAlready());
        }
        given(whistled())
                .when(join(OFFICER, RESIDENT))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.JoinedAlready());
    }

    @Test
    void the_demand_of_others_is_not_withdrawn_with_ones_own() {
        given(whistled(JOINED))
                .when(new IntakeCommand.Withdraw(CASE, CALLER, minutes(40), WithdrawalWay.OWN_CODE, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OthersJoined(1));
    }

    @Test
    void a_unit_finds_nobody_who_wants_the_same() {
        given(whistled())
                .when(join(HEATING_CLERK, NEIGHBOUR))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("join", "UNIT"));
    }
}
