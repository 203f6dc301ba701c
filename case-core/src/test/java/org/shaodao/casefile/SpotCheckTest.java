package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.PolicyPack.Evidence;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 请求现场核查, 现场核查. */
class SpotCheckTest extends CaseFixture {
    private static final ClosingCommand.AskSpotCheck ASK =
            new ClosingCommand.AskSpotCheck(CASE, OFFICER, minutes(220), COMMUNITY);

    private static ClosingCommand.SpotCheck check(By by) {
        return new ClosingCommand.SpotCheck(
                CASE, by, minutes(230), SpotFinding.NOT_DONE, List.of(Evidence.PHOTO), words("次卧仍然不热"), null);
    }

    @Test
    void the_street_asks_the_community_to_look() {
        given(answered()).when(ASK).expectEvents(new ClosingEvent.SpotCheckAsked(OFFICER, minutes(220), COMMUNITY));
    }

    @Test
    void a_grid_worker_who_was_asked_says_what_was_seen_with_a_photo() {
        given(answered(ClosingSamples.spotCheckAsked()))
                .when(check(GRID_WORKER))
                .expectEvents(new ClosingEvent.SpotChecked(
                        GRID_WORKER,
                        minutes(230),
                        SpotFinding.NOT_DONE,
                        List.of(Evidence.PHOTO),
                        words("次卧仍然不热"),
                        null));
    }

    @Test
    void who_was_not_asked_does_not_know_of_the_case() {
        given(answered())
                .when(check(new By("account-73", SampleRegistry.OTHER_COMMUNITY, Role.GRID_WORKER, null)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void a_unit_does_not_look_at_its_own_work() {
        given(answered(ClosingSamples.spotCheckAsked()))
                .when(check(HEATING_CLERK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("spot-check", "UNIT"));
    }

    @Test
    void nor_does_the_person_who_handled_it_in_another_capacity() {
        given(answered(ClosingSamples.spotCheckAsked()))
                .when(check(new By("system-1", STREET, Role.STREET, HEATING_CLERK.actorId())))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("spot-check"));
    }
}
