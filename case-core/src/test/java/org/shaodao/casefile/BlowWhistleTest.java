package org.shaodao.casefile;

import static org.shaodao.casefile.Sample.*;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;
import org.shaodao.fact.Requests;

/** 吹哨. */
class BlowWhistleTest extends CaseFixture {
    @Test
    void a_whistle_calls_a_lead_and_assisting_units_each_with_a_dispatch_of_its_own() {
        given(raised())
                .when(blowWhistle(lead(HEATING), assisting(HOUSING)))
                .expectEvents(whistleBlown(1), dispatched(1, lead(HEATING)), dispatched(2, assisting(HOUSING)));
    }

    @Test
    void a_second_whistle_adds_assisting_units() {
        given(whistled())
                .when(blowWhistle(assisting(WATER)))
                .expectEvents(
                        whistleBlown(2),
                        new CallingEvent.Dispatched(
                                OFFICER, minutes(5), 3, 2, WATER, DispatchRole.ASSISTING, words("到场配合")));
    }

    @Test
    void no_lead_is_refused() {
        given(raised())
                .when(blowWhistle(assisting(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void a_whistle_that_calls_nobody_is_refused() {
        given(raised())
                .when(blowWhistle())
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(0));
    }

    @Test
    void two_leads_are_refused() {
        given(raised())
                .when(blowWhistle(lead(HEATING), lead(HOUSING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }

    @Test
    void a_second_lead_beside_the_one_at_work_is_refused() {
        given(whistled())
                .when(blowWhistle(lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.NotOneLead(2));
    }

    @Test
    void a_unit_at_work_is_not_called_again() {
        given(whistled())
                .when(blowWhistle(assisting(HOUSING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnitCalledTwice(HOUSING));
    }

    @Test
    void a_street_does_not_whistle_for_itself() {
        given(raised())
                .when(blowWhistle(lead(STREET)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.OwnUnit(STREET));
    }

    @Test
    void a_called_unit_does_not_whistle() {
        given(whistled())
                .when(new CallingCommand.BlowWhistle(
                        CASE,
                        HEATING_CLERK,
                        minutes(20),
                        "resident-demand",
                        words("我们也吹"),
                        ReportMode.ONLINE,
                        null,
                        null,
                        null,
                        "officer-3",
                        List.of(assisting(WATER))))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("blow-whistle", "UNIT"));
    }

    @Test
    void a_closed_case_is_reopened_before_anybody_is_called() {
        given(answered(verified(), closed()))
                .when(blowWhistle(lead(WATER)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.WrongPhase("blow-whistle", "closed"));
    }

    @Test
    void a_kind_that_the_policy_pack_does_not_know_is_refused_naming_those_it_knows() {
        given(raised())
                .when(whistle("no-such-kind", null, HEATING))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownWhistleKind(
                        "no-such-kind", List.of("resident-demand", "emergency", "key-work")));
    }

    @Test
    void whoever_is_called_hears_of_the_appointed_time_early_enough() {
        given(raised())
                .when(whistle("resident-demand", minutes(29), HEATING))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.TooLittleNotice(minutes(29), 30));
        given(raised()).when(whistle("resident-demand", minutes(30), HEATING)).expectSuccessfulHandlerExecution();
    }

    @Test
    void an_emergency_needs_no_notice_and_may_be_told_of_afterwards() {
        given(raised())
                .when(whistle("emergency", MORNING.minusSeconds(600), HEATING))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void only_units_at_work_and_within_reach_are_called() {
        given(raised())
                .when(whistle("resident-demand", null, SampleRegistry.FAR_BUREAU))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.MayNotWhistle(STREET, SampleRegistry.FAR_BUREAU));
        given(raised())
                .when(whistle("resident-demand", null, SampleRegistry.OLD_BUREAU))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCode("unit", SampleRegistry.OLD_BUREAU));
    }

    @Test
    void what_another_system_tells_of_is_not_held_against_our_documents() {
        given(raised())
                .when(whistle("their-kind", null, "their-bureau"), Map.of(Requests.CHANNEL, CaseFile.IMPORT))
                .expectSuccessfulHandlerExecution();
    }

    private static CallingCommand.BlowWhistle whistle(String kind, @Nullable Instant reportAt, String unit) {
        return new CallingCommand.BlowWhistle(
                CASE,
                OFFICER,
                minutes(5),
                kind,
                words("街道无执法权"),
                ReportMode.ON_THE_SPOT,
                reportAt,
                null,
                null,
                "officer-3",
                List.of(lead(unit)));
    }
}
