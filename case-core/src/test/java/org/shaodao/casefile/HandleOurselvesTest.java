package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.By;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;

/** 自办. */
class HandleOurselvesTest extends CaseFixture {
    private static CallingCommand.HandleOurselves take(By by, String unit) {
        return new CallingCommand.HandleOurselves(CASE, by, minutes(5), unit, "handler-9", words("上门查看并报修"));
    }

    private static WorkEvent.Replied replied(By by) {
        return new WorkEvent.Replied(
                by,
                minutes(190),
                1,
                String.valueOf(by.unitId()),
                ReplyKind.FINAL,
                Outcome.SOLVED,
                words("已修好"),
                null,
                null,
                null);
    }

    private static ClosingCommand.Verify verify(By by) {
        return new ClosingCommand.Verify(CASE, by, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度"));
    }

    @Test
    void the_street_takes_a_matter_on_itself_or_names_a_community_of_its_own() {
        given(raised()).when(take(OFFICER, STREET)).expectEvents(takenOn(1, STREET));
        given(raised()).when(take(OFFICER, COMMUNITY)).expectEvents(takenOn(1, COMMUNITY));
    }

    @Test
    void another_streets_community_is_not_named() {
        given(raised())
                .when(take(OFFICER, SampleRegistry.OTHER_COMMUNITY))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOfTheStreet(SampleRegistry.OTHER_COMMUNITY, STREET));
    }

    @Test
    void a_community_names_nobody_but_itself() {
        given(raised(), takenOn(1, COMMUNITY))
                .when(take(COMMUNITY_WORKER, STREET))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotYourUnit(STREET));
    }

    @Test
    void nobody_takes_on_what_a_lead_is_at_work_on() {
        given(whistled())
                .when(take(OFFICER, STREET))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
        given(raised(), takenOn(1, COMMUNITY))
                .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(20), lead(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }

    @Test
    void whoever_took_it_on_replies_like_a_unit() {
        given(raised(), takenOn(1, COMMUNITY))
                .when(new WorkCommand.Reply(
                        CASE,
                        COMMUNITY_WORKER,
                        minutes(190),
                        1,
                        ReplyKind.FINAL,
                        Outcome.SOLVED,
                        words("已修好"),
                        List.of(),
                        null,
                        null,
                        null,
                        null))
                .expectEvents(replied(COMMUNITY_WORKER));
        given(raised(), takenOn(1, STREET))
                .when(new WorkCommand.Reply(
                        CASE,
                        OFFICER,
                        minutes(190),
                        1,
                        ReplyKind.FINAL,
                        Outcome.SOLVED,
                        words("已修好"),
                        List.of(),
                        null,
                        null,
                        null,
                        null))
                .expectEvents(replied(OFFICER));
    }

    @Test
    void what_the_street_or_its_community_handled_the_district_verifies() {
        for (By handler : new By[] {OFFICER, COMMUNITY_WORKER}) {
            Object[] done = {raised(), takenOn(1, String.valueOf(handler.unitId())), replied(handler)};
            given(done)
                    .when(verify(new By("account-9", STREET, Role.STREET, null)))
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.OwnAct("verify"));
            given(done)
                    .when(verify(SUPERVISOR))
                    .expectEvents(new ClosingEvent.Verified(
                            SUPERVISOR, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")));
        }
    }

    @Test
    void the_residents_supervision_committee_judges_it_too_once_it_was_asked_to_look() {
        By committee = new By("account-72", SampleRegistry.COMMITTEE, Role.COMMUNITY, null);
        Object[] done = {raised(), takenOn(1, COMMUNITY), replied(COMMUNITY_WORKER)};
        Object[] asked = {
            raised(),
            takenOn(1, COMMUNITY),
            replied(COMMUNITY_WORKER),
            new ClosingEvent.SpotCheckAsked(OFFICER, minutes(220), SampleRegistry.COMMITTEE)
        };
        given(done)
                .when(verify(committee))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(asked)
                .when(verify(committee))
                .expectEvents(new ClosingEvent.Verified(
                        committee, minutes(240), VerificationBasis.ON_SITE, words("实测 20 度")));
        given(asked)
                .when(new ClosingCommand.OrderRework(CASE, committee, minutes(240), 1, words("次卧仍然不热")))
                .expectEvents(
                        new ClosingEvent.ReworkOrdered(committee, minutes(240), 1, COMMUNITY, 2, words("次卧仍然不热")));
        given(asked)
                .when(verify(COMMUNITY_WORKER))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOfTheStreet(COMMUNITY, STREET));
        given(asked)
                .when(new ClosingCommand.OrderRework(CASE, OFFICER, minutes(240), 1, words("次卧仍然不热")))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("order-rework"));
    }
}
