package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 移送. */
class TransferTest extends CaseFixture {
    private static final String LISHUI = "lishui-street";
    private static final IntakeEvent.Transferred TRANSFERRED =
            new IntakeEvent.Transferred(SUPERVISOR, minutes(20), STREET, LISHUI, words("实际在丽水街道"));

    private static IntakeCommand.Transfer transfer(By by, String street) {
        return new IntakeCommand.Transfer(CASE, by, minutes(20), street, words("实际在丽水街道"));
    }

    @Test
    void the_district_gives_a_case_to_another_street_which_runs_it_from_then_on() {
        given(whistled()).when(transfer(SUPERVISOR, LISHUI)).expectEvents(TRANSFERRED);

        CaseFacts facts = LifeCycleTest.facts(whistled(TRANSFERRED));
        assertThat(facts.runBy(OTHER_STREET)).isTrue();
        assertThat(facts.knownTo(OFFICER)).isFalse();
        assertThat(facts.atWork()).hasSize(2);
    }

    @Test
    void what_the_street_before_did_itself_ends() {
        CaseState taken = LifeCycleTest.after(List.of(raised(), takenOn(1, STREET), TRANSFERRED));
        assertThat(taken).isInstanceOf(CaseState.Raised.class);
    }

    @Test
    void a_case_goes_only_to_a_street_office_and_to_another_one() {
        for (String nowhere : List.of(HEATING, "nowhere", SampleRegistry.OLD_BUREAU)) {
            given(raised())
                    .when(transfer(SUPERVISOR, nowhere))
                    .expectNoEvents()
                    .expectException(Refused.class)
                    .expectExceptionDetails(new CaseRefusal.UnknownCode("street", nowhere));
        }
        given(raised())
                .when(transfer(SUPERVISOR, STREET))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.SameStreet(STREET));
    }

    @Test
    void a_street_gets_rid_of_nothing_by_itself() {
        given(raised())
                .when(transfer(OFFICER, LISHUI))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("transfer", "STREET"));
    }

    @Test
    void nor_to_the_street_whose_community_it_is_about() {
        given(raised().withAbout(SampleRegistry.OTHER_COMMUNITY))
                .when(transfer(SUPERVISOR, LISHUI))
                .expectNoEvents()
                .expectException(Refused.class)
                .expectExceptionDetails(new CaseRefusal.ConcernsTheUnit(LISHUI));
    }

    @Test
    void what_the_new_street_was_called_for_before_is_its_own_work() {
        CaseFacts facts = LifeCycleTest.facts(raised(), dispatched(1, lead(LISHUI)), TRANSFERRED);
        assertThat(facts.handledByTheStreet()).isTrue();
    }
}
