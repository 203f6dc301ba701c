package org.shaodao.casefile;

import static org.shaodao.casefile.LinkSamples.*;
import static org.shaodao.casefile.Sample.*;

import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;

/** 同意并单. */
class ConsentToMergeTest extends CaseFixture {
    @Test
    void only_the_street_that_runs_the_case_consents() {
        given(raised())
                .when(new LinkCommand.ConsentToMerge(CASE, OFFICER, minutes(1990), OTHER))
                .expectEvents(new LinkEvent.MergeConsentedTo(OFFICER, minutes(1990), OTHER));
        given(raised())
                .when(new LinkCommand.ConsentToMerge(CASE, OTHER_STREET, minutes(1990), OTHER))
                .expectExceptionDetails(new CaseRefusal.UnknownCase());
        given(raised())
                .when(new LinkCommand.ConsentToMerge(CASE, SUPERVISOR, minutes(1990), OTHER))
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("consent-to-merge", "DISTRICT"));
    }
}
