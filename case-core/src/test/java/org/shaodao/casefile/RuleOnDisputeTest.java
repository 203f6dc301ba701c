package org.shaodao.casefile;

import static org.shaodao.casefile.DisputeSamples.*;
import static org.shaodao.casefile.Sample.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Role;
import org.shaodao.fact.Sealed;

/** 裁定. */
class RuleOnDisputeTest extends CaseFixture {
    private static final Sealed TASK = words("查明原因并恢复供热");

    private static DisputeCommand.RuleOnDispute ruling(
            By by, boolean upheld, @Nullable String responsible, @Nullable Sealed task) {
        DisputeCommand.RuleOnDispute c = upheld(HOUSING);
        return new DisputeCommand.RuleOnDispute(
                CASE, by, minutes(80), 1, upheld, responsible, task, c.reasons(), c.headnote(), c.catalogue());
    }

    private static Object[] inDispute() {
        return whistled(handedBack(1, HEATING_CLERK), referred(1, HEATING));
    }

    private static DisputeEvent.DeemedAccepted deemedAccepted() {
        return new DisputeEvent.DeemedAccepted(SUPERVISOR, minutes(80), 1, HEATING, DeemedBy.RULING);
    }

    @Test
    void an_upheld_ruling_calls_the_responsible_unit_with_the_whistle_of_the_first() {
        given(inDispute())
                .when(ruling(SUPERVISOR, true, WATER, TASK))
                .expectEvents(
                        ruled(1, HEATING, true, WATER),
                        new CallingEvent.Dispatched(SUPERVISOR, minutes(80), 3, 1, WATER, DispatchRole.LEAD, TASK));
    }

    @Test
    void a_unit_that_assists_may_be_found_to_lead_and_its_assisting_part_ends() {
        given(inDispute())
                .when(ruling(SUPERVISOR, true, HOUSING, TASK))
                .expectEvents(
                        ruled(1, HEATING, true, HOUSING),
                        new CallingEvent.Dispatched(SUPERVISOR, minutes(80), 3, 1, HOUSING, DispatchRole.LEAD, TASK));
        given(whistled(
                        handedBack(1, HEATING_CLERK),
                        referred(1, HEATING),
                        ruled(1, HEATING, true, HOUSING),
                        dispatched(3, lead(HOUSING))))
                .when(new WorkCommand.Acknowledge(CASE, HOUSING_CLERK, minutes(90), 2))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.AlreadyDone(2, "ENDED"));
    }

    @Test
    void a_rejected_ruling_leaves_the_matter_with_the_unit_which_is_deemed_to_accept() {
        given(inDispute())
                .when(ruling(SUPERVISOR, false, null, null))
                .expectEvents(ruled(1, HEATING, false, HEATING), deemedAccepted());
    }

    @Test
    void there_may_be_nobody_to_call() {
        given(inDispute()).when(ruling(SUPERVISOR, true, null, null)).expectEvents(ruled(1, HEATING, true, null));
    }

    @Test
    void it_is_ruled_once() {
        given(whistled(
                        handedBack(1, HEATING_CLERK),
                        referred(1, HEATING),
                        ruled(1, HEATING, false, HEATING),
                        deemedAccepted()))
                .when(ruling(SUPERVISOR, true, WATER, TASK))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.DisputeStandsOtherwise(1, "REJECTED"));
    }

    @Test
    void a_ruling_says_of_one_unit_that_it_must_act() {
        for (DisputeCommand.RuleOnDispute wrong : new DisputeCommand.RuleOnDispute[] {
            ruling(SUPERVISOR, true, HEATING, TASK),
            ruling(SUPERVISOR, true, WATER, null),
            ruling(SUPERVISOR, false, WATER, null),
            ruling(SUPERVISOR, false, HEATING, TASK)
        }) {
            given(inDispute())
                    .when(wrong)
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.RulingMismatch());
        }
    }

    @Test
    void the_district_rules_and_not_whoever_refused() {
        given(inDispute())
                .when(ruling(OFFICER, false, null, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("rule-on-dispute", "STREET"));
        given(whistled(
                        handedBack(1, HEATING_CLERK),
                        new DisputeEvent.HandBackRefused(OFFICER, minutes(50), 1, HEATING, words("属于你单位")),
                        referred(1, HEATING)))
                .when(ruling(new By(OFFICER.actorId(), "district-office", Role.DISTRICT, null), false, null, null))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnAct("rule-on-dispute"));
    }

    @Test
    void whoever_was_found_responsible_may_be_called_although_it_handed_back_before() {
        given(
                        raised(),
                        dispatched(1, lead(HEATING)),
                        agreed(1, HEATING),
                        dispatched(2, lead(HOUSING)),
                        handedBack(2, HOUSING_CLERK),
                        referred(2, HOUSING),
                        ruled(2, HOUSING, true, HEATING))
                .when(new CallingCommand.Dispatch(CASE, OFFICER, minutes(90), lead(HEATING)))
                .expectEvents(new CallingEvent.Dispatched(
                        OFFICER,
                        minutes(90),
                        3,
                        null,
                        HEATING,
                        DispatchRole.LEAD,
                        lead(HEATING).task()));
    }

    @Test
    void a_ruling_passes_nothing_down_that_has_to_stay_above() {
        given(whistled(handedBack(1, HEATING_CLERK), referred(1, HEATING)))
                .when(upheld(COMMUNITY))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotAdmitted(COMMUNITY, "heating-1", "供热设施的维修"));
    }
}
