package org.shaodao.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shaodao.casefile.Sample.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shaodao.demand.Outcome;
import org.shaodao.fact.CommonRefusal;
import org.shaodao.fact.Requests;

/** 转出, 登记为重复. */
class TransferOutsideTest extends CaseFixture {
    private static final LinkEvent.TransferredOutside TRANSFERRED =
            new LinkEvent.TransferredOutside(OFFICER, minutes(2000), words("转市供热办办理"));

    @Test
    void a_case_goes_outside_while_nobody_here_is_at_work_on_it_and_its_clocks_end() {
        given(raised())
                .when(new LinkCommand.TransferOutside(CASE, OFFICER, minutes(2000), words("转市供热办办理")))
                .expectEvents(TRANSFERRED);
        given(whistled(finalReply(1, HEATING_CLERK)))
                .when(new LinkCommand.TransferOutside(CASE, OFFICER, minutes(2000), words("转市供热办办理")))
                .expectNoEvents()
                .expectExceptionDetails(new CaseRefusal.DispatchOpen(List.of(2)));

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
    void a_file_tells_how_it_was_whoever_was_at_work() {
        given(whistled())
                .when(
                        new LinkCommand.TransferOutside(CASE, OFFICER, minutes(2000), words("转市供热办办理")),
                        Map.of(Requests.CHANNEL, CaseFile.IMPORT))
                .expectEvents(TRANSFERRED);
    }

    @Test
    void what_the_street_handles_itself_it_does_not_pass_on() {
        given(
                        raised(),
                        takenOn(1, STREET),
                        new WorkEvent.Replied(
                                OFFICER,
                                minutes(190),
                                1,
                                STREET,
                                ReplyKind.FINAL,
                                Outcome.EXPLAINED,
                                words("不归我们管"),
                                null,
                                null,
                                null))
                .when(new LinkCommand.NoteDuplicate(CASE, OFFICER, minutes(2000), words("市级平台已在办理")))
                .expectNoEvents()
                .expectExceptionDetails(new CaseRefusal.OwnAct("note-duplicate"));
    }

    @Test
    void a_unit_passes_nothing_on() {
        given(whistled())
                .when(new LinkCommand.TransferOutside(CASE, HEATING_CLERK, minutes(2000), words("不归我们管")))
                .expectExceptionDetails(new CommonRefusal.RoleMayNot("transfer-outside", "UNIT"));
    }
}
