package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.LinkSamples.*;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.By;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Refused;

/** 并单, the duplicate's half, and its undoing. */
class MergeIntoTest extends CaseFixture {
    private static LinkCommand.MergeInto mergeInto(By by, String street) {
        return new LinkCommand.MergeInto(CASE, by, minutes(2000), OTHER, OTHER_NUMBER, street);
    }

    private static LinkCommand.LeaveSurvivor leave(By by) {
        return new LinkCommand.LeaveSurvivor(CASE, by, minutes(2010), OTHER, STREET);
    }

    @Test
    void a_duplicate_joins_and_nobody_works_on_it_any_more() {
        given(whistled()).when(mergeInto(OFFICER, STREET)).expectEvents(mergedInto());
        given(whistled(mergedInto()))
                .when(new WorkCommand.Acknowledge(CASE, HEATING_CLERK, minutes(2001), 1))
                .expectExceptionDetails(new CaseRefusal.WrongPhase("acknowledge", "merged"));
    }

    @Test
    void its_open_dispatches_end_and_its_clocks_lapse_and_undoing_it_brings_them_back() {
        List<CaseEvent> sent = List.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING)), clocks());
        CaseState before = LifeCycleTest.after(sent);

        CaseState merged = before.after(mergedInto(), minutes(2000));

        CaseFacts facts = ((CaseState.Known) merged).facts();
        assertThat(facts.atWork()).isEmpty();
        assertThat(facts.clocks()).hasSize(3).allMatch(ClockFacts::lapsed);
        assertThat(merged.after(new LinkEvent.MergeUndone(OFFICER, minutes(2010), OTHER, OTHER_NUMBER), minutes(2010)))
                .isEqualTo(before);
    }

    @Test
    void it_joins_once_and_never_itself() {
        given(whistled(mergedInto()))
                .when(mergeInto(OFFICER, STREET))
                .expectExceptionDetails(new CaseRefusal.WrongPhase("merge-into", "merged"));
        given(whistled())
                .when(new LinkCommand.MergeInto(CASE, OFFICER, minutes(2000), CASE, NUMBER, STREET))
                .expectExceptionDetails(new CaseRefusal.SameCase());
    }

    @Test
    void another_street_needs_consent_that_names_its_case_and_the_district_needs_none() {
        String theirs = "lishui-street";
        given(whistled()).when(mergeInto(OTHER_STREET, theirs)).expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(whistled(new LinkEvent.MergeConsentedTo(OFFICER, minutes(1990), NEIGHBOUR)))
                .when(mergeInto(OTHER_STREET, theirs))
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(whistled(new LinkEvent.MergeConsentedTo(OFFICER, minutes(1990), OTHER)))
                .when(mergeInto(OTHER_STREET, theirs))
                .expectEvents(new LinkEvent.MergedInto(OTHER_STREET, minutes(2000), OTHER, OTHER_NUMBER));
        given(whistled(new LinkEvent.MergeConsentedTo(OFFICER, minutes(1990), OTHER)))
                .when(mergeInto(OTHER_STREET, "third-street"))
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(whistled())
                .when(mergeInto(SUPERVISOR, theirs))
                .expectEvents(new LinkEvent.MergedInto(SUPERVISOR, minutes(2000), OTHER, OTHER_NUMBER));
    }

    @Test
    void a_unit_merges_nothing() {
        given(whistled())
                .when(mergeInto(HEATING_CLERK, STREET))
                .expectException(Refused.class)
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("merge-into", "UNIT"));
    }

    @Test
    void it_leaves_only_the_case_it_joined() {
        given(whistled(mergedInto()))
                .when(leave(OFFICER))
                .expectEvents(new LinkEvent.MergeUndone(OFFICER, minutes(2010), OTHER, OTHER_NUMBER));
        given(whistled(mergedInto()))
                .when(new LinkCommand.LeaveSurvivor(CASE, OFFICER, minutes(2010), NEIGHBOUR, STREET))
                .expectExceptionDetails(new CaseRefusal.NotMergedWith());
    }
}
