package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shaodao.fact.CommonRefusal;

/** 转出, 登记为重复. */
class TransferOutsideTest extends CaseFixture {
    private static final LinkEvent.TransferredOutside TRANSFERRED =
            new LinkEvent.TransferredOutside(OFFICER, minutes(2000), words("转市供热办办理"));

    @Test
    void a_case_that_goes_outside_ends_here_with_what_was_still_open() {
        given(whistled())
                .when(new LinkCommand.TransferOutside(CASE, OFFICER, minutes(2000), words("转市供热办办理")))
                .expectEvents(TRANSFERRED);

        CaseState over = LifeCycleTest.after(
                List.of(raised(), whistleBlown(1), dispatched(1, lead(HEATING)), clocks(), TRANSFERRED));
        assertThat(over).isInstanceOf(CaseState.Closed.class);
        assertThat(((CaseState.Known) over).facts().atWork()).isEmpty();
        assertThat(((CaseState.Known) over).facts().clocks()).noneMatch(ClockFacts::runs);
    }

    @Test
    void a_duplicate_of_a_case_that_is_not_here_ends_alike() {
        given(raised())
                .when(new LinkCommand.NoteDuplicate(CASE, OFFICER, minutes(2000), words("市级平台已在办理")))
                .expectEvents(new LinkEvent.DuplicateNoted(OFFICER, minutes(2000), words("市级平台已在办理")));
    }

    @Test
    void a_unit_passes_nothing_on() {
        given(whistled())
                .when(new LinkCommand.TransferOutside(CASE, HEATING_CLERK, minutes(2000), words("不归我们管")))
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("transfer-outside", "UNIT"));
    }
}
