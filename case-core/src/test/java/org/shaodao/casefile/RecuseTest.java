package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.IntakeSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.documents.Combined;
import org.shaodao.documents.InForce;
import org.shaodao.documents.PlaceKind;
import org.shaodao.documents.Registry;
import org.shaodao.documents.Rulebook;
import org.shaodao.documents.UnitKind;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 回避. */
class RecuseTest extends CaseFixture {
    private static final Rulebook RULES = SampleRules.at(MORNING, withTwoStreets());

    private static IntakeCommand.Recuse recuse(By by) {
        return new IntakeCommand.Recuse(CASE, by, minutes(3), words("反映的是本街道"));
    }

    private static IntakeCommand.Raise about(String unit) {
        return raise().withAbout(unit);
    }

    @Test
    void the_street_gives_the_case_to_the_district() {
        given(raised())
                .when(recuse(OFFICER))
                .expectEvents(new IntakeEvent.Recused(OFFICER, minutes(3), words("反映的是本街道")));
    }

    @Test
    void the_street_no_longer_knows_of_it() {
        given(raised(), RECUSED)
                .when(blowWhistle(lead(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
    }

    @Test
    void the_district_runs_it_as_the_street_would() {
        given(raised(), RECUSED)
                .when(new CallingCommand.Dispatch(CASE, SUPERVISOR, minutes(5), lead(HEATING)))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void it_is_recused_once() {
        given(raised(), RECUSED)
                .when(recuse(SUPERVISOR))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.RecusedAlready());
    }

    @Test
    void before_that_the_district_does_not_run_it() {
        given(raised())
                .when(new CallingCommand.Dispatch(CASE, SUPERVISOR, minutes(5), lead(HEATING)))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("dispatch", "DISTRICT"));
    }

    @Test
    void a_demand_about_the_street_is_the_districts_from_the_start() {
        List<CaseEvent> events = new CaseState.Unborn().decide(about(STREET), RULES);
        assertThat(events).last().isEqualTo(new IntakeEvent.Recused(OFFICER, MORNING, null));
        assertThat(((CaseState.Known) LifeCycleTest.after(events)).facts().knownTo(OFFICER))
                .isFalse();
    }

    @Test
    void a_demand_about_one_of_its_communities_too_but_not_about_another() {
        assertThat(new CaseState.Unborn().decide(about("huayuan-community"), RULES))
                .hasSize(2);
        assertThat(new CaseState.Unborn().decide(about("lishui-community"), RULES))
                .hasSize(1);
        assertThat(new CaseState.Unborn().decide(about(HEATING), RULES)).hasSize(1);
    }

    private static InForce withTwoStreets() {
        Registry registry = Registry.of(
                List.of(place("huayuan"), place("lishui")),
                List.of(
                        unit(STREET, UnitKind.STREET, "huayuan"),
                        unit("huayuan-community", UnitKind.COMMUNITY, "huayuan"),
                        unit(HEATING, UnitKind.UTILITY, "huayuan"),
                        unit("lishui-street", UnitKind.STREET, "lishui"),
                        unit("lishui-community", UnitKind.COMMUNITY, "lishui")),
                List.of(),
                List.of(),
                List.of());
        InForce sample = SampleRules.NO_CLOCKS;
        return new InForce(
                sample.at(),
                sample.pack(),
                sample.calendars(),
                new Combined<>(List.of(), registry),
                sample.dutyList(),
                sample.catalogue());
    }

    private static Registry.Place place(String code) {
        return new Registry.Place(code, PlaceKind.STREET, null, code, code);
    }

    private static Registry.Unit unit(String code, UnitKind kind, String place) {
        return new Registry.Unit(code, kind, place, code, code, true, List.of());
    }
}
